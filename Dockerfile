# Pin the digest for builds that can be repeated: --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
# A mirror of the npm registry, where the build has no way to the public one.
ARG NPM_CONFIG_REGISTRY
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM ${NODE_IMAGE} AS program
ARG NPM_CONFIG_REGISTRY
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY --from=build /app/dist ./dist
COPY LICENSE ./
COPY deploy/health-check.js ./
COPY data ./data
# Node reads neither types nor maps, and no package reads its tests. Licences and notices stay.
RUN find dist node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' \) -delete
RUN find node_modules -depth -type d \( -name test -o -name tests -o -name __tests__ -o -name benchmarks -o -name .github \) -exec rm -r {} +
RUN rm package-lock.json .npmrc && chmod -R a+rX,go-w .

FROM ${NODE_IMAGE}
WORKDIR /app
COPY --from=program /app/node_modules ./node_modules
COPY --from=program /app/package.json /app/LICENSE /app/health-check.js ./
COPY --from=program /app/dist ./dist
COPY --from=program /app/data ./data
ENV NODE_ENV=production
ENV PLANLOTSE_HEALTH_PORT=8080
# Probes come from outside the container.
ENV PLANLOTSE_HEALTH_HOST=0.0.0.0
# As a number, so that Kubernetes can see that it is not root. The program writes nothing: --read-only needs no mounts.
USER 1000:1000
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "health-check.js"]
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve"]
ARG VERSION=0.1.0
ARG REVISION
ARG SOURCE
LABEL org.opencontainers.image.title="Planlotse"
LABEL org.opencontainers.image.description="Answers questions about the Hessischer Integrationsplan 2.0 from curated data, with a source on every answer"
LABEL org.opencontainers.image.licenses="EUPL-1.2"
LABEL org.opencontainers.image.version="${VERSION}"
LABEL org.opencontainers.image.revision="${REVISION}"
LABEL org.opencontainers.image.source="${SOURCE}"
