# One image for the three services and their jobs. Which one runs is chosen by the command:
#   apps/ingestor/dist/main.js   apps/enricher/dist/src/main.js   apps/search/dist/src/main.js
# Debian, not Alpine: the compiled packages in the tree are built for glibc.

FROM node:24-slim AS build
WORKDIR /warta

# The manifests first, so that a change of the sources keeps the layer with the packages.
COPY package.json package-lock.json .npmrc ./
COPY libs/client/package.json libs/client/
COPY libs/contracts/package.json libs/contracts/
COPY libs/formats/package.json libs/formats/
COPY libs/messaging/package.json libs/messaging/
COPY libs/nlp/package.json libs/nlp/
COPY libs/postgres/package.json libs/postgres/
COPY libs/service/package.json libs/service/
COPY tools/stack/package.json tools/stack/
# NOTE: not `npm ci`, which refuses a lock file without the optional packages of other platforms.
RUN --mount=type=cache,target=/var/cache/npm npm install --cache /var/cache/npm

COPY . .
ENV NX_DAEMON=false
RUN npx nx run-many -t build -p ingestor,enricher,search,console

# Only what runs: production packages, what the compiler wrote of our own code, and the models and tables
# it reads. onnxruntime brings the libraries of every platform along, and a second build for browsers.
RUN --mount=type=cache,target=/var/cache/npm npm prune --omit=dev --cache /var/cache/npm \
  && rm -rf node_modules/onnxruntime-web \
  && find node_modules/onnxruntime-node/bin/napi-v6 -mindepth 2 -maxdepth 2 \
    ! -path "*/linux/$(node -p process.arch)" -exec rm -rf {} + \
  && mkdir /image \
  && cp -a --parents package.json node_modules libs/*/package.json libs/*/dist \
    libs/nlp/model libs/nlp/knowledge apps/*/dist /image

FROM node:24-slim
ENV NODE_ENV=production
# Keeps a service within its memory limit while it catches up; the enricher's workers have their own.
ENV NODE_OPTIONS="--max-semi-space-size=16 --max-old-space-size=200"
WORKDIR /warta
COPY --from=build /image ./

# The user "node" of the base image, as a number so that Kubernetes can see that it is not root.
USER 1000:1000

# Node is process 1 and handles SIGTERM itself: an ordered stop within 20 seconds.
ENTRYPOINT ["node", "--enable-source-maps"]

# Lives when its loops make progress; says nothing about servers it waits for. A job without
# WARTA_OPS_PORT ends before anybody asks.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.WARTA_OPS_PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
