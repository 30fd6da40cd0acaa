package org.activationdesk.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * How long a browser keeps scripts, styles and fonts: a year without asking where the address has a hash of the contents
 * or the version of the web apps, else it asks each time. {@link WebappStart} and the templates name the hashed addresses.
 */
@Configuration(proxyBeanMethods = false)
class BrowserFiles implements WebMvcConfigurer {
    private static final CacheControl A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** Most of what the first form needs: libraries that are the same for everybody, and that hold nothing of this desk. */
    static final String LIBRARIES = "/camunda/lib/deps.js";

    private static final String WEBAPPS = "classpath:/META-INF/resources/webjars/camunda/";
    private static final String HASHED = "{file:[a-z-]+-[0-9a-f]{32}\\.[a-z]+}";

    /** The desk's own folders. What is in them has two addresses, of which only the one with a hash is kept. */
    private static final Map<String, String> OWN = Map.of(
            "/css/",
            "classpath:/static/css/",
            WebappStart.SCRIPTS,
            WEBAPPS + "app/tasklist/scripts/",
            WebappStart.STYLES,
            WEBAPPS + "app/tasklist/styles/");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        OWN.forEach((address, folder) -> {
            byContents(registry.addResourceHandler(address + "*"), folder, CacheControl.noCache());
            byContents(registry.addResourceHandler(address + HASHED), folder, A_YEAR);
        });
        registry.addResourceHandler("/camunda/app/*/locales/*.json")
                .addResourceLocations(WEBAPPS + "app/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(BrowserFiles::tag);
        // The web apps' own: whoever asks for them adds their version. Fonts are compressed as they are.
        kept(registry, "/camunda/assets/*", "assets/");
        compressed(kept(registry, "/camunda/lib/*", "lib/"));
        compressed(kept(registry, "/camunda/app/{app}/{file:camunda-[a-z]+-bootstrap\\.[a-z]+}", "app/"));
    }

    private static void byContents(ResourceHandlerRegistration handler, String folder, CacheControl keeping) {
        handler.addResourceLocations(folder)
                .setCacheControl(keeping)
                .setUseLastModified(false)
                .setEtagGenerator(BrowserFiles::tag)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    private static ResourceHandlerRegistration kept(ResourceHandlerRegistry registry, String address, String folder) {
        return registry.addResourceHandler(address)
                .addResourceLocations(WEBAPPS + folder)
                .setCacheControl(A_YEAR);
    }

    private static void compressed(ResourceHandlerRegistration handler) {
        handler.resourceChain(true).addResolver(new CompressedOnce());
    }

    /** Of the contents, as all files of a jar that was built reproducibly have the same age. Weak, as it may be compressed. */
    private static String tag(Resource file) {
        try {
            return "W/\"" + DigestUtils.md5DigestAsHex(file.getContentAsByteArray()) + '"';
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
