package org.fugong.document;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Draws the {@link QrCode} of a page, the only kind of drawing on a paper, as black rectangles. */
final class QrDrawing implements SVGDrawer {

    /** One run of dark modules, as {@link QrCode} writes it. */
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    /** The side of the drawing where the page gives none, in the renderer's dots. */
    private static final int SIDE = 2000;

    @Override
    public SVGImage buildSVGImage(Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        int size = Integer.parseInt(svg.getAttribute("viewBox").split(" ")[2]);
        var path = ((Element) svg.getElementsByTagName("path").item(0)).getAttribute("d");
        return new Code(size, path, width < 0 ? SIDE : (int) width, dotsPerPixel);
    }

    private record Code(int size, String path, int side, double dotsPerPixel) implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return side;
        }

        @Override
        public int getIntrinsicHeight() {
            return side;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            float shown = (float) (side / dotsPerPixel);
            device.drawWithGraphics((float) x, (float) y, shown, shown, graphics -> draw(graphics, shown / size));
        }

        /** Filled as one shape: between two that only touch a thin light line would show. */
        private void draw(Graphics2D graphics, double module) {
            var dark = new Path2D.Double(Path2D.WIND_NON_ZERO);
            var runs = RUN.matcher(path);
            while (runs.find()) {
                dark.append(new Rectangle2D.Double(module * Integer.parseInt(runs.group(1)), module * Integer.parseInt(runs.group(2)),
                        module * Integer.parseInt(runs.group(3)), module), false);
            }
            graphics.setColor(Color.BLACK);
            graphics.fill(dark);
        }
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {
        // a QR code has no letters
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // a QR code has no letters
    }

    @Override
    public void close() {
        // nothing is held
    }
}
