import { promisify } from 'node:util';
import { gunzip, gzip, zstdCompress, zstdDecompress } from 'node:zlib';
import kafkajs from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;

/** A decompressed batch above this is refused: a small record must not fill the memory. */
const BATCH_BYTES_DECOMPRESSED_MAX = 64 * 1024 * 1024;
const bounded = { maxOutputLength: BATCH_BYTES_DECOMPRESSED_MAX };

const compressGzip = promisify(gzip);
const decompressGzip = promisify(gunzip);
const compressZstd = promisify(zstdCompress);
const decompressZstd = promisify(zstdDecompress);

/**
 * Teaches kafkajs zstd, which it lacks, and bounds gzip. Compression runs on the thread pool.
 * snappy and lz4 stay unknown to it: our producer writes zstd, and our topics are made with
 * `compression.type` zstd (topic-plan.ts), so that the broker rewrites what comes in another codec.
 */
export function registerCodecs(): void {
  CompressionCodecs[CompressionTypes.GZIP] = () => ({
    compress: (encoder: { buffer: Buffer }) => compressGzip(encoder.buffer),
    decompress: (bytes: Buffer) => decompressGzip(bytes, bounded),
  });
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    compress: (encoder: { buffer: Buffer }) => compressZstd(encoder.buffer),
    decompress: (bytes: Buffer) => decompressZstd(bytes, bounded),
  });
}
