import { TestEnvironment } from 'jest-environment-node';

/**
 * onnxruntime checks its results with `instanceof` of the typed arrays of Node's own realm, and jest
 * runs tests in another (onnxruntime#16622): they share those arrays here.
 */
export default class OneRealmEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { Float32Array, BigInt64Array, Uint8Array });
  }
}
