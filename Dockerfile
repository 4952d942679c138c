# One image for every program of Toonbank; docker-compose.yml says which one runs where.

FROM node:24-bookworm-slim AS build
WORKDIR /toonbank
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npx nx run-many --target=build --output-style=static

# What the built programs need, and no more: the portal is built already, and Node is there.
FROM node:24-bookworm-slim AS packages
WORKDIR /toonbank
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/@angular node_modules/echarts node_modules/zrender node_modules/node-linux-*

FROM node:24-bookworm-slim
# Refuses what is only fit for development, unless whoever runs it says otherwise.
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORTAL_DIR=/toonbank/dist/apps/portal/browser
WORKDIR /toonbank
# What the programs keep. New volumes take over whose it is.
RUN install --directory --owner=node --group=node /data /demo
COPY --from=packages /toonbank/node_modules node_modules
COPY --from=build /toonbank/dist/apps dist/apps
COPY package.json LICENSE ./
USER node
ENTRYPOINT ["node", "--enable-source-maps"]
CMD ["dist/apps/api/main.js"]
