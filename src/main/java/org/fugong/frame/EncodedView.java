package org.fugong.frame;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.thymeleaf.spring6.view.ThymeleafView;

/**
 * Encodes a page as a whole, which is known whole before the first of it is written: the container's writer encodes Chinese text
 * character by character through a small buffer, which was a fifth of the time of a page.
 */
class EncodedView extends ThymeleafView {

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
        super.render(model, request, new EncodedResponse(response));
    }

    private static final class EncodedResponse extends HttpServletResponseWrapper {

        EncodedResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            return new PrintWriter(new EncodingWriter(getOutputStream()));
        }
    }

    private static final class EncodingWriter extends Writer {

        private final ServletOutputStream bytes;

        EncodingWriter(ServletOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            bytes.write(text.substring(from, from + length).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            write(new String(text, from, length), 0, length);
        }

        @Override
        public void flush() {
            // the container sends what it has when the answer is complete
        }

        @Override
        public void close() {
            // the container closes its stream
        }
    }
}
