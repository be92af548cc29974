export {
  admitCaller,
  ApiProblem,
  CurrentCaller,
  followAccess,
  RequireAnyScope,
  RequireScope,
  ScopeGuard,
} from './access.ts';
export { AccessBook, allowsFeed, allowsScope, hashKey, teamOf } from './access-book.ts';
export type { AccessDecision, AccessReader, Caller } from './access-book.ts';
export { AllowList } from './allow-list.ts';
export { GuardsBody } from './body-doors.ts';
export type { BodyDoor, Sender } from './body-doors.ts';
export { ConfigError, describeConfig, exampleConfig, readConfig } from './config.ts';
export type { Environment, SettingDescription } from './config.ts';
export {
  accessConfig,
  defineConfig,
  egressConfig,
  httpConfig,
  kafkaConfig,
  kafkaSettings,
  opsConfig,
  receiptConfig,
  sealingConfig,
  secretKeyList,
} from './config-fragments.ts';
export type { KafkaConfig, ServiceConfig } from './config-fragments.ts';
export { Egress, EgressError } from './egress.ts';
export type { EgressDocument, EgressRequest, EgressResponse } from './egress.ts';
export type { OperatedConsumer } from './consumers.ts';
export { Consumers } from './consumers.ts';
export type { FastifyInstance, FastifyReply, FastifyRequest } from './fastify-types.ts';
export { Health } from './health.ts';
export type { CheckResult, HealthCheck, HealthReport } from './health.ts';
export { apiHeaders, REQUEST_DEADLINE_MS } from './http-server.ts';
export { parseJson } from './json-body.ts';
export { KeysAsPasswords } from './keys-as-passwords.ts';
export { Lifecycle } from './lifecycle.ts';
export type { Part } from './lifecycle.ts';
export { requestForLog } from './logged-error.ts';
export { createLogger } from './logger.ts';
export { openApiOf } from './openapi-of.ts';
export { preferredLanguage } from './preferred-language.ts';
export { ProblemError, RETRY_AFTER_SECONDS, unavailable } from './problem-error.ts';
export type { FieldProblem } from './problem-error.ts';
export { BODY_BYTES_MAX, bodyBytesOf, ReceivedDocument, TakesDocuments } from './request-bodies.ts';
export type { SentDocument } from './request-bodies.ts';
export { runJob } from './run-job.ts';
export type { Job } from './run-job.ts';
export { runService } from './run-service.ts';
export type { RunningService } from './run-service.ts';
export { Sealer, SEALING_KEY_BYTES } from './sealer.ts';
export type { ServiceDefinition, ServiceModule, ServiceStart } from './service-start.ts';
export { SignedTokens } from './signed-token.ts';
export type { TokenDefinition } from './signed-token.ts';
export { startService } from './start-service.ts';
export { streamAnswer } from './stream-answer.ts';
export { continueTrace, currentTraceparent, inTrace } from './trace-context.ts';
export { Turns } from './turns.ts';
export { WorkLoop } from './work-loop.ts';
export { validated, ZodPipe } from './zod-pipe.ts';
