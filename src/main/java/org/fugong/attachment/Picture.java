package org.fugong.attachment;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture drawn anew, upright, and no larger than a sheet of paper needs to be read: nothing else that its file held comes along,
 * such as where it was taken.
 */
record Picture(FileType type, BufferedImage image) {

    /** Of the longer side, in pixels: 219 on an inch of A4. */
    private static final int LONGEST = 2560;
    private static final int THUMBNAIL = 240;
    private static final float QUALITY = 0.88f;

    static Picture read(byte[] bytes, FileType type) throws Unfit {
        var reader = ImageIO.getImageReadersByFormatName(type.name()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            var image = decode(reader);
            return new Picture(type, drawn(image, LONGEST, type == FileType.JPEG ? orientation(bytes) : 1));
        } catch (IOException | RuntimeException e) {
            throw new Unfit(AttachmentFault.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    CheckedFile as(String name) throws Unfit {
        try {
            var small = drawn(image, THUMBNAIL, 1);
            return new CheckedFile(name, type, type == FileType.PNG ? png(image) : jpeg(image), jpeg(opaque(small)), image.getWidth(),
                    image.getHeight());
        } catch (IOException e) {
            throw new Unfit(AttachmentFault.DAMAGED);
        }
    }

    /** Its size is read first: a few bytes can claim more pixels than there is memory for. Of a large one only some lines are read. */
    private static BufferedImage decode(ImageReader reader) throws IOException, Unfit {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > Limits.MEGAPIXELS * 1_000_000L) {
            throw new Unfit(AttachmentFault.PIXELS);
        }
        var cut = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> cut.compareAndSet(false, warning.matches("(?i).*(premature|truncated).*")));
        var param = reader.getDefaultReadParam();
        int every = (int) Math.max(1, Math.max(width, height) / LONGEST);
        param.setSourceSubsampling(every, every, 0, 0);
        var image = reader.read(0, param);
        if (cut.get()) {
            throw new Unfit(AttachmentFault.DAMAGED);
        }
        return image;
    }

    /** How the camera was held, as EXIF says; 1 is upright. */
    private static int orientation(byte[] bytes) {
        try {
            var exif = JpegMetadataReader.readMetadata(new ByteArrayInputStream(bytes), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            var held = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return held == null || held < 1 || held > 8 ? 1 : held;
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            return 1;
        }
    }

    private static BufferedImage drawn(BufferedImage image, int longest, int orientation) {
        double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var upright = turn(orientation, width, height);
        upright.scale((double) width / image.getWidth(), (double) height / image.getHeight());
        boolean lies = orientation >= 5;
        var drawn = new BufferedImage(lies ? height : width, lies ? width : height,
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        paint(drawn, graphics -> graphics.drawImage(image, upright, null));
        return drawn;
    }

    /** What makes a picture of that size upright; the numbers are those of EXIF. */
    private static AffineTransform turn(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static BufferedImage opaque(BufferedImage image) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        paint(opaque, graphics -> {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.drawImage(image, 0, 0, null);
        });
        return opaque;
    }

    private static void paint(BufferedImage onto, Consumer<Graphics2D> painting) {
        var graphics = onto.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            painting.accept(graphics);
        } finally {
            graphics.dispose();
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", new MemoryCacheImageOutputStream(out));
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
