import type { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { keyOf, type FileStorage } from './file-storage.ts'

/** A bucket behind the S3 API, of whatever maker. */
export interface Bucket {
  readonly name: string
  /** `undefined`: that of AWS in the region. */
  readonly endpoint: string | undefined
  readonly region: string
  /** `undefined`: what the machine is given by its maker (environment, role of the instance). */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined
  /** The bucket is named in the path, not in the host. */
  readonly pathStyle: boolean
}

type Sdk = typeof import('@aws-sdk/client-s3')

/** The library is loaded when the first file comes or goes: whoever keeps files on disk never pays for it. */
export const s3Storage = ({ name, endpoint, region, credentials, pathStyle }: Bucket): FileStorage => {
  let loaded: Promise<{ sdk: Sdk; client: S3Client }> | undefined
  const load = async () => {
    const sdk = await import('@aws-sdk/client-s3')
    const client = new sdk.S3Client({
      region,
      forcePathStyle: pathStyle,
      // Checksums that are not asked for are unknown to other makers' servers.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(endpoint ? { endpoint } : {}),
      ...(credentials ? { credentials } : {}),
    })
    return { sdk, client }
  }
  const connected = () => (loaded ??= load())
  return {
    async put(place, source, sizeBytes) {
      const { sdk, client } = await connected()
      await client.send(
        new sdk.PutObjectCommand({
          Bucket: name,
          Key: keyOf(place),
          Body: source,
          ContentLength: sizeBytes,
          // Nobody who gets hold of the address is shown a page.
          ContentType: 'application/octet-stream',
          ContentDisposition: 'attachment',
        }),
      )
    },
    async read(place) {
      const { sdk, client } = await connected()
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: name, Key: keyOf(place) }))
        return Body as Readable
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return undefined
        throw error
      }
    },
    async remove(place) {
      const { sdk, client } = await connected()
      await client.send(new sdk.DeleteObjectCommand({ Bucket: name, Key: keyOf(place) }))
    },
  }
}
