package org.activationdesk.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What it was measured on. */
final class Machine {
    private static final long GIBIBYTE = 1L << 30;

    private Machine() {}

    static Map<String, Object> describe(String postgres) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("cores", system.getAvailableProcessors());
        machine.put("processor", processor());
        machine.put("memoryGiB", Math.round((double) system.getTotalMemorySize() / GIBIBYTE));
        machine.put("os", system.getName() + " " + system.getVersion());
        machine.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        machine.put("postgresql", postgres);
        machine.put("loadBefore", system.getSystemLoadAverage());
        return machine;
    }

    /** Where, when and how much: the line above the figures of a part. */
    static String words(JsonNode figures) {
        JsonNode machine = figures.path("machine");
        return "Measured on %s on %s cores (%s), %s GiB, %s, %s, PostgreSQL %s; %s.".formatted(
                figures.path("measuredOn").asText(),
                machine.path("cores"),
                machine.path("processor").asText(),
                machine.path("memoryGiB"),
                machine.path("os").asText(),
                machine.path("jdk").asText(),
                machine.path("postgresql").asText(),
                figures.path("plan").asText());
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException elsewhere) {
            return "unknown";
        }
    }
}
