package org.fugong.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.EOFException;
import java.io.IOException;
import java.util.Collection;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.IOFileUploadException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whose fault it is that an upload cannot be read. */
class UnreadableFormsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new ServletException(new IOFileUploadException("Processing failed", new IOException("No space left on device"))),
                        507),
                arguments(new ServletException(new IOFileUploadException("Processing failed", new EOFException())), 400),
                arguments(new ServletException(new MalformedStreamException("Stream ended unexpectedly")), 400),
                arguments(new ServletException(new ClientAbortException(new IOException("Connection reset by peer"))), 400),
                arguments(new InvalidParameterException(new IOException("No space left on device")), 507),
                arguments(new InvalidParameterException(new MalformedStreamException("Stream ended unexpectedly")), 400),
                arguments(new IllegalStateException("too large"), 413));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFullDiskIsNotTheSendersFault(Exception failure, int status) throws ServletException, IOException {
        var request = new MockHttpServletRequest("POST", "/my/drafts/1/attachments/C01") {
            @Override
            public Collection<Part> getParts() throws IOException, ServletException {
                if (failure instanceof ServletException e) {
                    throw e;
                }
                throw (RuntimeException) failure;
            }
        };
        request.setContentType("multipart/form-data; boundary=b");
        var response = new MockHttpServletResponse();
        var further = new MockFilterChain();
        new UnreadableForms().doFilter(request, response, further);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getForwardedUrl()).isEqualTo("/error");
        assertThat(further.getRequest()).isNull();
    }
}
