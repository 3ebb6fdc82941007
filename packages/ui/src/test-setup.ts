import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 })

afterEach(() => {
  cleanup()
  window.happyDOM?.setViewport({ width: 1440, height: 900 })
})
