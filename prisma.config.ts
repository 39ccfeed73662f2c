/** Read by Prisma's CLI alone (`npm run prisma:generate`); the service never calls it. Plain, since the CLI is no dependency. */
export default {
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
};
