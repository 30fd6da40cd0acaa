package org.activationdesk.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.activationdesk.language.Language;
import org.activationdesk.process.TaskNames;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The two files with which each web app starts, at addresses that never change: its settings and its styles. They name the
 * desk's other scripts and styles, here with a hash of what is in them, so that browsers can keep those.
 */
@Controller
class WebappStart {
    static final String SCRIPTS = "/camunda/app/tasklist/scripts/";
    static final String STYLES = "/camunda/app/tasklist/styles/";

    private static final String APP = "/camunda/app/{app:tasklist|cockpit|admin|welcome}";
    private static final Pattern NAMED = Pattern.compile("[a-z-]+\\.(?:js|css)(?=['\"])");

    /** On a slow line, too, plugins arrive at last. The web apps say so to a loader that they then replace: seven seconds. */
    private static final String PATIENCE = "window.require.config({waitSeconds: 0});\n";

    private final ResourceUrlProvider addresses;
    private final TaskNames names;
    private final ObjectMapper json;

    WebappStart(ResourceUrlProvider addresses, TaskNames names, ObjectMapper json) {
        this.addresses = addresses;
        this.names = names;
        this.json = json;
    }

    /** Begins with what the scripts have to know of the reader. The web apps ask for it under a new address each time. */
    @GetMapping(path = APP + "/scripts/config.js", produces = "text/javascript;charset=UTF-8")
    ResponseEntity<String> settings(@PathVariable String app, Locale locale) throws IOException {
        Reader reader = new Reader(Language.of(locale), names);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(PATIENCE + "window.desk = " + json.writeValueAsString(reader) + ";\n"
                        + text(app, "scripts/config.js"));
    }

    @GetMapping(path = APP + "/styles/user-styles.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> styles(@PathVariable String app) throws IOException {
        String css = text(app, "styles/user-styles.css");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(css.getBytes(StandardCharsets.UTF_8)) + '"')
                .body(css);
    }

    private String text(String app, String file) throws IOException {
        String text = new ClassPathResource("META-INF/resources/webjars/camunda/app/" + app + "/" + file)
                .getContentAsString(StandardCharsets.UTF_8);
        return NAMED.matcher(text).replaceAll(name -> hashed(name.group()));
    }

    private String hashed(String name) {
        String folder = name.endsWith(".js") ? SCRIPTS : STYLES;
        return Optional.ofNullable(addresses.getForLookupPath(folder + name))
                .map(address -> address.substring(folder.length()))
                .orElse(name);
    }

    /** @param taskNames what tasks are called, in the other language and in the reader's: see {@link TaskNames} */
    private record Reader(String language, List<List<String>> taskNames) {
        Reader(Language language, TaskNames names) {
            this(language.code(), names.in(language));
        }
    }
}
