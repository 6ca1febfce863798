/** What Discord allows; lengths in UTF-16 code units, which is never more than it counts itself. */
export const LIMITS = {
  /** Components of one message, those inside others included. */
  components: 40,
  /** All text displays of one message together. */
  text: 4000,
  /** Text of a message without components. */
  content: 2000,
  buttonsInRow: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  customId: 100,
  placeholder: 150,
  options: 25,
  optionLabel: 100,
  optionValue: 100,
  /** Choices while someone types. */
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  commandName: 32,
  commandDescription: 100,
} as const;
