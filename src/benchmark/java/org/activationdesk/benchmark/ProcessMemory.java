package org.activationdesk.benchmark;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another Java process has needed at most, asked when it is over so that asking costs it nothing before. */
final class ProcessMemory {
    private ProcessMemory() {}

    /** Bytes of heap. */
    static long peakHeap(long pid) throws IOException {
        VirtualMachine machine;
        try {
            machine = VirtualMachine.attach(Long.toString(pid));
        } catch (AttachNotSupportedException otherJava) {
            throw new IOException(otherJava);
        }
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            return ManagementFactory.getPlatformMXBeans(
                            connector.getMBeanServerConnection(), MemoryPoolMXBean.class)
                    .stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
        } finally {
            machine.detach();
        }
    }

    /** Bytes of memory altogether; on Linux only, 0 elsewhere. */
    static long peakResident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
