# syntax=docker/dockerfile:1
# The image brings its own Node 26, so the pinned runtimes that serve a bare machine are taken out again.
# Optional packages stay installed: the chart renderer's binary for this platform is one of them.

FROM node:26-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-* node_modules/node-bin-* node_modules/node-win-* node_modules/.bin/node node_modules/.cache

FROM node:26-slim
ENV NODE_ENV=production MEND_DB=/data/mend.db MEND_HTTP_PORT=9464
WORKDIR /app
COPY --from=install /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY content ./content
COPY intents ./intents
# Two folders are written to: what a start keeps, and the data. Everything else belongs to root.
RUN mkdir .cache /data && chown node:node .cache /data
USER node
# What is learned, compiled content and compiled code are made now: on a read-only root file system every start would make them again.
# By the user who will run it: Node finds compiled code only under the user id that compiled it, so an arbitrary `--user` starts without it.
# One line in each language that is learned; then the parts that only serving needs, with the flags of serving, which compiled code must share.
RUN printf 'How do I trust again?\n¿Cómo vuelvo a confiar?\n' | node src/main.ts classify > /dev/null
RUN echo 'for (const part of ["main", "commands/serve", "adapters/telegram/adapter", "adapters/telegram/words", "adapters/discord/adapter", "adapters/discord/words"]) await import(`./src/${part}.ts`)' \
  | node --max-semi-space-size=4 --heap-growing-percent=30 --initial-old-space-size=48 --optimize-for-size --v8-pool-size=1 --import=./src/compiled-code.mjs --input-type=module
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.MEND_HTTP_PORT + '/health/live').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=4", "--heap-growing-percent=30", "--initial-old-space-size=48", "--optimize-for-size", "--v8-pool-size=1", "--import=./src/compiled-code.mjs", "src/main.ts"]
CMD ["serve"]
