package org.fugong.demonstration;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.fugong.account.Actor;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.FileRefused;
import org.springframework.stereotype.Component;

/** Attaches drawings, which nobody takes for photographs, to the conditions of the demonstration's checklists. */
@Component
@Demonstrated
class DemonstrationEvidence {

    /** The bin for used masks, which every firm has. */
    static final String BIN = "C06";

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    private final Attaching attaching;

    DemonstrationEvidence(Attaching attaching) {
        this.attaching = attaching;
    }

    /** Attaches a drawing of the bin to a draft. */
    void attach(Actor firm, long draft) {
        try {
            attaching.add(firm, draft, BIN, "废弃口罩回收桶（演示图）.png", DemonstrationEvidence::drawing, null);
        } catch (FileRefused | IOException e) {
            throw new IllegalStateException("The drawing of the demonstration cannot be attached", e);
        }
    }

    private static byte[] drawing() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xEEF2F6));
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        pen.setColor(new Color(0xC9D3DE));
        pen.fill(new Rectangle2D.Double(0, 290, WIDTH, 70));
        pen.setColor(new Color(0xE0A100));
        var bin = new Path2D.Double();
        bin.moveTo(165, 110);
        bin.lineTo(315, 110);
        bin.lineTo(295, 310);
        bin.lineTo(185, 310);
        bin.closePath();
        pen.fill(bin);
        pen.setColor(new Color(0x8A5200));
        pen.fill(new Rectangle2D.Double(150, 88, 180, 22));
        pen.setColor(Color.WHITE);
        pen.fill(new Ellipse2D.Double(205, 165, 70, 70));
        pen.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
