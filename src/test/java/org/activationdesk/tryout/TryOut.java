package org.activationdesk.tryout;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.activationdesk.ActivationDesk;
import org.activationdesk.tryout.signin.SignInProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running try-out desk: the parts that must be there before the desk and outlive it, and the desk itself. */
final class TryOut implements AutoCloseable {
    private final TryOutFolder folder;
    private final Database database;
    private final SignInProvider provider;
    private final ConfigurableApplicationContext desk;

    private TryOut(
            TryOutFolder folder, Database database, SignInProvider provider, ConfigurableApplicationContext desk) {
        this.folder = folder;
        this.database = database;
        this.provider = provider;
        this.desk = desk;
    }

    static TryOut start(TryOutFolder folder, Ports ports) {
        // PostgreSQL speaks up before Spring Boot has set the log up.
        LoggingSystem.get(TryOut.class.getClassLoader()).beforeInitialize();
        CompletableFuture<Database> starting = CompletableFuture.supplyAsync(() -> Database.lasting(folder.postgres()));
        // Both take seconds, so they start side by side; the desk asks both as soon as it starts.
        SignInProvider provider = SignInProvider.start(ports.signIn());
        provider.admit(ports.deskUrl());
        Database database = arrived(starting);
        return new TryOut(folder, database, provider, desk(folder, ports, database));
    }

    private static Database arrived(CompletableFuture<Database> starting) {
        try {
            return starting.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CannotStart reason ? reason : failed;
        }
    }

    private static ConfigurableApplicationContext desk(TryOutFolder folder, Ports ports, Database database) {
        try {
            return SpringApplication.from(ActivationDesk::main)
                    .with(TryOutParts.class)
                    .run(arguments(folder, ports, database))
                    .getApplicationContext();
        } catch (RuntimeException reported) {
            database.close();
            throw reported;
        }
    }

    private static String[] arguments(TryOutFolder folder, Ports ports, Database database) {
        return Stream.of(TryOutSettings.given(ports, folder.path()), database.settings("desk"))
                .map(Map::entrySet)
                .flatMap(settings -> settings.stream())
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    ConfigurableApplicationContext desk() {
        return desk;
    }

    /** Fills an empty database, then says on the console where to go. */
    void open() {
        String address = desk.getEnvironment().getRequiredProperty("activation.public-url");
        new DemoData(JdbcClient.create(desk.getBean(DataSource.class)), address, provider.issuer()).fill();
        new Signpost(address).print(System.out);
    }

    /** The engine waits half a minute for a database that has gone before it, so the database goes last. */
    void closeAtExit() {
        SpringApplication.getShutdownHandlers().add(database::close);
    }

    @Override
    public void close() {
        desk.close();
        provider.close();
        database.close();
        folder.release();
    }
}
