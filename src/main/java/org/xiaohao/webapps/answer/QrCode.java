package org.xiaohao.webapps.answer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** An address as a picture that phones read. Drawn here: no picture service learns of it. */
final class QrCode {

  private static final int QUIET_ZONE = 4;

  private QrCode() {}

  /** A picture for {@code img src}: SVG, which prints sharp at every size. */
  static String dataUri(String address) {
    var svg = svg(matrix(address)).getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
  }

  private static BitMatrix matrix(String address) {
    try {
      return new QRCodeWriter()
          .encode(
              address,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  QUIET_ZONE,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("no code holds " + address, tooLong);
    }
  }

  private static String svg(BitMatrix dots) {
    var path = new StringBuilder();
    for (var y = 0; y < dots.getHeight(); y++) {
      for (var x = 0; x < dots.getWidth(); x++) {
        if (dots.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            + " shape-rendering=\"crispEdges\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>"
            + "<path d=\"%s\"/></svg>")
        .formatted(dots.getWidth(), dots.getHeight(), path);
  }
}
