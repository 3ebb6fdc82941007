import type { Config } from '../config.ts'
import { diskStorage } from './disk-storage.ts'
import type { FileStorage } from './file-storage.ts'
import { s3Storage } from './s3-storage.ts'

/** As the settings say: a bucket where one is named, else the data folder. */
export const storageOf = ({ bucket, dataDir }: Pick<Config, 'bucket' | 'dataDir'>): FileStorage =>
  bucket ? s3Storage(bucket) : diskStorage(dataDir)
