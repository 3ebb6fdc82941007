/** The settings of where files are kept. */
import { z } from 'zod'
import { row } from '../setting-values.ts'
import type { Bucket } from './s3-storage.ts'

export const STORAGE_SETTINGS = {
  STEWARD_FILES_BUCKET: row(
    'the name of a bucket',
    'Where attached files are kept, behind an S3 API. Default: attachments/ in the data folder.',
    (error) =>
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error })
        .optional(),
  ),
  STEWARD_FILES_ENDPOINT: row(
    'an address such as https://s3.example.com',
    'Address of the S3 API. Default: that of AWS in the region.',
    (error) => z.url({ protocol: /^https?$/, error }).optional(),
  ),
  STEWARD_FILES_REGION: row(
    'a name such as cn-north-1',
    'Region of the bucket, which every request is signed for. Default: us-east-1.',
    (error) =>
      z
        .string()
        .regex(/^[a-z0-9-]{2,40}$/, { error })
        .default('us-east-1'),
  ),
  STEWARD_FILES_KEY_ID: row(
    'the id of a key, given together with STEWARD_FILES_KEY_SECRET',
    'Key by which Steward reads, writes and deletes in the bucket, and nothing else. Default: what the machine is given (role of the instance).',
    () => z.string().optional(),
  ),
  STEWARD_FILES_KEY_SECRET: row(
    'the secret of that key, given together with STEWARD_FILES_KEY_ID',
    'Its secret.',
    () => z.string().optional(),
  ),
  STEWARD_FILES_PATH_STYLE: row(
    'yes or no',
    'yes: the bucket is named in the path (most servers of one’s own). no: in the host (AWS, most clouds). Default: yes where an endpoint is given.',
    (error) => z.enum(['yes', 'no'], { error }).optional(),
  ),
  STEWARD_ATTACHMENTS_GB: row(
    'a whole number from 1 to 100000',
    'How much all attached files of one organization may take together, in gigabytes. Default: 20.',
    (error) =>
      z.coerce.number({ error }).int({ error }).min(1, { error }).max(100_000, { error }).default(20),
  ),
}

type Given = z.infer<z.ZodObject<typeof STORAGE_SETTINGS>>

/** The bucket that the settings name; undefined: files are kept on disk. `half`: one of the two parts of a key alone. */
export const bucketOf = (
  value: Given,
): { readonly bucket: Bucket | undefined; readonly half?: keyof Given } => {
  const { STEWARD_FILES_KEY_ID: accessKeyId, STEWARD_FILES_KEY_SECRET: secretAccessKey } = value
  if (!accessKeyId !== !secretAccessKey)
    return {
      bucket: undefined,
      half: accessKeyId ? 'STEWARD_FILES_KEY_SECRET' : 'STEWARD_FILES_KEY_ID',
    }
  const { STEWARD_FILES_BUCKET: name, STEWARD_FILES_ENDPOINT: endpoint, STEWARD_FILES_REGION: region } = value
  if (!name) return { bucket: undefined }
  const pathStyle = value.STEWARD_FILES_PATH_STYLE
    ? value.STEWARD_FILES_PATH_STYLE === 'yes'
    : endpoint !== undefined
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined
  return { bucket: Object.freeze({ name, endpoint, region, credentials, pathStyle }) }
}
