/** Where the facts on the tools’ pages come from. Read there for more, and for what has changed since. */
export interface Source {
  readonly name: string;
  readonly url: string;
}

const AWS_DOCS = 'https://docs.aws.amazon.com';

export const SOURCES = {
  'draft-key': {
    name: 'IETF draft: The Idempotency-Key HTTP header field',
    url: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
  },
  rfc9651: {
    name: 'RFC 9651: Structured field values for HTTP',
    url: 'https://www.rfc-editor.org/rfc/rfc9651.html',
  },
  rfc9110: {
    name: 'RFC 9110: HTTP semantics',
    url: 'https://www.rfc-editor.org/rfc/rfc9110.html',
  },
  rfc9562: {
    name: 'RFC 9562: Universally unique identifiers',
    url: 'https://www.rfc-editor.org/rfc/rfc9562.html',
  },
  ulid: { name: 'ULID specification', url: 'https://github.com/ulid/spec' },
  birthday: {
    name: 'Wikipedia: Birthday problem',
    url: 'https://en.wikipedia.org/wiki/Birthday_problem',
  },
  poisson: {
    name: 'Wikipedia: Poisson point process, thinning',
    url: 'https://en.wikipedia.org/wiki/Poisson_point_process#Thinning',
  },
  'stripe-v1': {
    name: 'Stripe: Idempotent requests',
    url: 'https://docs.stripe.com/api/idempotent_requests',
  },
  'stripe-errors': {
    name: 'Stripe: Advanced error handling',
    url: 'https://docs.stripe.com/error-low-level',
  },
  'stripe-v2': { name: 'Stripe: API v2 overview', url: 'https://docs.stripe.com/api-v2-overview' },
  'stripe-node': {
    name: 'Stripe’s Node library',
    url: 'https://www.npmjs.com/package/stripe',
  },
  'stripe-webhooks': { name: 'Stripe: Webhooks', url: 'https://docs.stripe.com/webhooks' },
  paypal: {
    name: 'PayPal: Idempotency',
    url: 'https://developer.paypal.com/reference/guidelines/idempotency/',
  },
  adyen: {
    name: 'Adyen: API idempotency',
    url: 'https://docs.adyen.com/development-resources/api-idempotency',
  },
  square: {
    name: 'Square: Idempotency',
    url: 'https://developer.squareup.com/docs/working-with-apis/idempotency',
  },
  'square-forum': {
    name: 'Square’s developer forum: a question on idempotency_key',
    url: 'https://developer.squareup.com/forums/t/question-about-idempotency-key-on-payments/28309',
  },
  shopify: {
    name: 'Shopify: Ignore duplicate webhooks',
    url: 'https://shopify.dev/docs/apps/build/webhooks/ignore-duplicates',
  },
  github: {
    name: 'GitHub: Webhook events and payloads',
    url: 'https://docs.github.com/en/webhooks/webhook-events-and-payloads',
  },
  'github-failed': {
    name: 'GitHub: Handling failed webhook deliveries',
    url: 'https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries',
  },
  'rocket-rides': {
    name: 'Rocket Rides Atomic, and the article on it',
    url: 'https://brandur.org/idempotency-keys',
  },
  powertools: {
    name: 'Powertools for AWS Lambda: Idempotency',
    url: 'https://docs.powertools.aws.dev/lambda/python/latest/utilities/idempotency/',
  },
  ec2: {
    name: 'Amazon EC2: Ensuring idempotency',
    url: `${AWS_DOCS}/ec2/latest/devguide/ec2-api-idempotency.html`,
  },
  'dynamodb-transactions': {
    name: 'Amazon DynamoDB: TransactWriteItems',
    url: `${AWS_DOCS}/amazondynamodb/latest/APIReference/API_TransactWriteItems.html`,
  },
  'dynamodb-conditions': {
    name: 'Amazon DynamoDB: Working with items, conditional writes',
    url: `${AWS_DOCS}/amazondynamodb/latest/developerguide/WorkingWithItems.html`,
  },
  s3: {
    name: 'Amazon S3: Conditional writes',
    url: `${AWS_DOCS}/AmazonS3/latest/userguide/conditional-writes.html`,
  },
  'sqs-fifo': {
    name: 'Amazon SQS: Exactly-once processing',
    url: `${AWS_DOCS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html`,
  },
  'sqs-visibility': {
    name: 'Amazon SQS: Visibility timeout',
    url: `${AWS_DOCS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html`,
  },
  'sqs-standard': {
    name: 'Amazon SQS: Standard queues',
    url: `${AWS_DOCS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html`,
  },
  'directory-service': {
    name: 'AWS Directory Service Data: CreateUser',
    url: `${AWS_DOCS}/directoryservicedata/latest/DirectoryServiceDataAPIReference/API_CreateUser.html`,
  },
  'cloud-control': {
    name: 'AWS Cloud Control API: CreateResource',
    url: `${AWS_DOCS}/cloudcontrolapi/latest/APIReference/API_CreateResource.html`,
  },
  kafka: { name: 'Apache Kafka: Design', url: 'https://kafka.apache.org/documentation/#design' },
  'kafka-producer': {
    name: 'Apache Kafka: Producer settings',
    url: 'https://kafka.apache.org/documentation/#producerconfigs',
  },
  rabbitmq: {
    name: 'RabbitMQ: Consumer acknowledgements and publisher confirms',
    url: 'https://www.rabbitmq.com/docs/confirms',
  },
  'rabbitmq-reliability': {
    name: 'RabbitMQ: Reliability guide',
    url: 'https://www.rabbitmq.com/docs/reliability',
  },
  postgresql: {
    name: 'PostgreSQL: INSERT, ON CONFLICT',
    url: 'https://www.postgresql.org/docs/current/sql-insert.html',
  },
  'postgresql-mvcc': {
    name: 'PostgreSQL: Transaction isolation',
    url: 'https://www.postgresql.org/docs/current/transaction-iso.html',
  },
  redis: { name: 'Redis: SET', url: 'https://redis.io/docs/latest/commands/set/' },
  'express-idempotency': {
    name: 'express-idempotency',
    url: 'https://github.com/VilledeMontreal/express-idempotency',
  },
  'aws-jitter': {
    name: 'AWS architecture blog: Exponential backoff and jitter',
    url: 'https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/',
  },
  'aws-retries': {
    name: 'Amazon Builders’ Library: Timeouts, retries and backoff with jitter',
    url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
  },
  sre: {
    name: 'Google: Site Reliability Engineering, chapter 22',
    url: 'https://sre.google/sre-book/addressing-cascading-failures/',
  },
  envoy: {
    name: 'Envoy: Router, retries',
    url: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter',
  },
  saga: {
    name: 'microservices.io: Saga',
    url: 'https://microservices.io/patterns/data/saga.html',
  },
  microservices: {
    name: 'microservices.io: Transactional outbox',
    url: 'https://microservices.io/patterns/data/transactional-outbox.html',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;
