package org.activationdesk.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Compresses a file when it is first asked for. It stands behind Spring's cache of resources, so that each further request
 * costs no more than sending the bytes, also one of a visitor who is not known.
 */
final class CompressedOnce implements ResourceResolver {
    private static final String CODING = "gzip";

    @Override
    public Resource resolveResource(
            HttpServletRequest request, String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        Resource file = chain.resolveResource(request, path, locations);
        return file != null && request != null && isAcceptedBy(request) ? new Compressed(file) : file;
    }

    @Override
    public String resolveUrlPath(String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    static boolean isAcceptedBy(HttpServletRequest request) {
        String codings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return codings != null && codings.contains(CODING);
    }

    private static byte[] compress(Resource file) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(file.getContentAsByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return compressed.toByteArray();
    }

    private static final class Compressed extends ByteArrayResource implements HttpResource {
        private final Resource file;

        Compressed(Resource file) {
            super(compress(file), file.getDescription());
            this.file = file;
        }

        @Override
        public String getFilename() {
            return file.getFilename();
        }

        @Override
        public long lastModified() throws IOException {
            return file.lastModified();
        }

        @Override
        public HttpHeaders getResponseHeaders() {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.CONTENT_ENCODING, CODING);
            headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            return headers;
        }
    }
}
