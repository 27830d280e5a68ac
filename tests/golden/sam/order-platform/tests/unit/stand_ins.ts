// Stands in for every package: clients remember what was asked of them, Powertools writes nothing.

/** The commands that were sent, in their order. */
export const asked: Command[] = [];

class Command {
  readonly input: Record<string, any>;
  constructor(input: Record<string, any>) {
    this.input = input;
  }
}

class Client {
  async send(command: Command) {
    asked.push(command);
    const text = { transformToString: () => "{}", transformToByteArray: async () => Buffer.from("sample") };
    return { FailedEntryCount: 0, Payload: text, Body: text, SecretString: secretText };
  }
}

/** The text of every secret: a key for signatures, a login for stores. */
export const secretText = JSON.stringify({ username: "sample", password: "sample" });

/** The names of the commands that were sent. */
export const commands = () => asked.map((command) => command.constructor.name);

export class DynamoDBClient extends Client {}
export class EventBridgeClient extends Client {}
export class FirehoseClient extends Client {}
export class KinesisClient extends Client {}
export class LambdaClient extends Client {}
export class S3Client extends Client {}
export class SecretsManagerClient extends Client {}
export class SESClient extends Client {}
export class SFNClient extends Client {}
export class SQSClient extends Client {}

export class CreateBucketCommand extends Command {}
export class DeleteItemCommand extends Command {}
export class GetItemCommand extends Command {}
export class GetObjectCommand extends Command {}
export class GetSecretValueCommand extends Command {}
export class InvokeCommand extends Command {}
export class PutEventsCommand extends Command {}
export class PutItemCommand extends Command {}
export class PutObjectCommand extends Command {}
export class PutRecordCommand extends Command {}
export class SendEmailCommand extends Command {}
export class SendMessageCommand extends Command {}
export class StartExecutionCommand extends Command {}
export class UpdateItemCommand extends Command {}

export class ConditionalCheckFailedException extends Error {}

export class Logger {
  addContext() {}
  info() {}
  error() {}
}
export class Tracer {
  captureAWSv3Client = (client: Client) => client;
  getSegment() {}
  setSegment() {}
  annotateColdStart() {}
  addServiceNameAnnotation() {}
  addErrorAsMetadata() {}
}
export class Metrics {
  addMetric() {}
  publishStoredMetrics() {}
}
export const MetricUnit = { Count: "Count" };

/** A MongoDB that is empty and keeps nothing. */
export class MongoClient {
  db = () => this;
  collection = () => this;
  replaceOne = async () => {};
  findOne = async () => null;
}

// Connections that take these are replaced in the tests.
export class Sha256 {}
export class SignatureV4 {}
export class Signer {}
export const createClient = () => {};
export const defaultProvider = () => {};
export default {};
