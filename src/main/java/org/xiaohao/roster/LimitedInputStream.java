package org.xiaohao.roster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to unpack more than it was told to expect, whatever the archive says about itself. */
final class LimitedInputStream extends FilterInputStream {

  private long left;

  LimitedInputStream(InputStream in, long limit) {
    super(in);
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    var read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var read = super.read(bytes, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws TooLarge {
    left -= bytes;
    if (left < 0) {
      throw new TooLarge();
    }
  }

  static final class TooLarge extends IOException {}
}
