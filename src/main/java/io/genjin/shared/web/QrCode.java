package io.genjin.shared.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gg.jte.Content;

/** The code on paper that opens the record on a phone; it holds an address only, never personal data. */
public final class QrCode {

    private QrCode() {}

    public static Content of(String address) {
        BitMatrix dots = dots(address);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        String svg =
                "<svg class=\"g-qr\" role=\"img\" aria-label=\"QR\" width=\"84\" height=\"84\" shape-rendering=\"crispEdges\""
                        + " viewBox=\"0 0 " + dots.getWidth() + " " + dots.getHeight() + "\"><path d=\"" + path
                        + "\"/></svg>";
        return output -> output.writeContent(svg);
    }

    private static BitMatrix dots(String address) {
        try {
            return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
