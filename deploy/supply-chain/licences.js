// @ts-check

/** @typedef {import('./create-sbom.js').Component} Component */
/**
 * Licences of packages that may be delivered with a program under the EUPL-1.2, by their SPDX id. Each lets anyone use
 * and pass on the package under its own terms; none asks that the program be put under them. The packages stay whole,
 * with their licence files, which the image keeps.
 *
 * @type {ReadonlyMap<string, string>}
 */
export const ALLOWED = new Map([
  ['0BSD', 'asks for nothing'],
  ['Apache-2.0', 'asks for its text, its notices and marks on changed files; grants patents'],
  ['BSD-2-Clause', 'asks for the copyright notice'],
  ['BSD-3-Clause', 'asks for the copyright notice, and not to advertise with names'],
  ['ISC', 'asks for the copyright notice'],
  ['MIT', 'asks for the copyright notice'],
  ['PSF-2.0', 'asks for the copyright notice, and to say what was changed'],
]);

/** How a package is licensed: an SPDX expression, or what it says instead. @param {Component} component */
export function licenceOf({ licenses = [] }) {
  return licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? '').join(' AND ');
}

/**
 * Whether an SPDX expression leaves a way that is allowed. What is more than a choice or a list of ids is refused: a
 * person has to read it.
 *
 * @param {string} expression
 */
export function isAllowed(expression) {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]| WITH /.test(plain)) return false;
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((id) => ALLOWED.has(id)));
}
