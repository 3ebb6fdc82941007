# syntax=docker/dockerfile:1.7
# API, worker and migrations in one image, with the built portals. From the root of the checkout:
#   docker build --file infra/docker/api.Dockerfile --tag steward .

# Builds domain, API and portals, with the tools that this needs.
FROM node:22-bookworm-slim AS build
WORKDIR /steward
ENV CI=true TURBO_TELEMETRY_DISABLED=1
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
RUN npm run build

# The packages that the API needs to run, and nothing of the tools. The embedded PostgreSQL among them stays unused.
FROM node:22-bookworm-slim AS dependencies
WORKDIR /steward
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts --omit=dev --workspace @steward/api

FROM node:22-bookworm-slim
WORKDIR /steward
ENV NODE_ENV=production STEWARD_DATA_DIR=/var/lib/steward
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/steward /var/lib/steward-keys /run/steward
COPY package.json ./
COPY --from=dependencies /steward/node_modules ./node_modules
COPY packages/domain/package.json ./packages/domain/
COPY --from=build /steward/packages/domain/dist ./packages/domain/dist
COPY packages/verify/package.json ./packages/verify/
COPY --from=build /steward/packages/verify/dist ./packages/verify/dist
COPY packages/graphql-client/src/generated/trusted-documents.json ./packages/graphql-client/src/generated/
COPY apps/api/package.json ./apps/api/
COPY --from=dependencies /steward/apps/api/node_modules ./apps/api/node_modules
COPY --from=build /steward/apps/api/dist ./apps/api/dist
COPY --from=build /steward/apps/admin/dist ./apps/admin/dist
COPY --from=build /steward/apps/customer-service/dist ./apps/customer-service/dist
COPY --from=build /steward/apps/property-management/dist ./apps/property-management/dist
USER node
EXPOSE 4000
VOLUME /var/lib/steward
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/readyz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--disable-proto=delete", "apps/api/dist/main.js"]
CMD ["api"]
