package org.activationdesk.tryout.signin;

import java.util.List;
import java.util.UUID;

/** Everybody who can sign in to the try-out. The ids are fixed, because demo data and tests name them. */
public final class Accounts {
    public static final String PASSWORD = "desk";

    public static final UUID DESK = UUID.fromString("10000000-0000-4000-8000-000000000001");
    public static final UUID NOORDZEE = UUID.fromString("20000000-0000-4000-8000-000000000002");
    public static final UUID ZUIDERLICHT = UUID.fromString("30000000-0000-4000-8000-000000000003");
    public static final UUID BAKKERIJ = UUID.fromString("40000000-0000-4000-8000-000000000004");
    public static final UUID FOUNDRY = UUID.fromString("50000000-0000-4000-8000-000000000005");
    public static final UUID STRANGER = UUID.fromString("60000000-0000-4000-8000-000000000006");
    /** The tenant in which Microsoft keeps all personal accounts. */
    public static final UUID PERSONAL = UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad");

    public static final Account MANAGER =
            account("manager@desk.example", "Marit de Wit", DESK, 1, "nl", List.of("managers"), "manager");
    public static final Account ENGINEER =
            account("engineer@desk.example", "Emre Yilmaz", DESK, 2, "en", List.of("engineers"), "engineer");
    public static final Account AGENT_NOORDZEE =
            account("agent@noordzee.example", "Anouk Visser", NOORDZEE, 1, "nl", "partner Noordzee IT");
    public static final Account AGENT_ZUIDERLICHT =
            account("agent@zuiderlicht.example", "Lucas Peeters", ZUIDERLICHT, 1, "en", "partner Zuiderlicht Software");
    public static final Account ADMIN_BAKKERIJ = account(
            "admin@bakkerij.example", "Joris de Vries", BAKKERIJ, 1, "nl", "administrator of Bakkerij de Vries, Dutch");
    public static final Account COLLEAGUE_BAKKERIJ = account(
            "colleague@bakkerij.example", "Sanne Bakker", BAKKERIJ, 2, "nl", "a colleague at Bakkerij de Vries");
    public static final Account ADMIN_FOUNDRY = account(
            "admin@foundry.example", "Grace Holloway", FOUNDRY, 1, "en", "administrator of Northgate Foundry, English");
    public static final Account ADMIN_STRANGER = account(
            "admin@stranger.example", "Victor Novak", STRANGER, 1, "en", "administrator of a tenant that owns nothing");
    public static final Account SOMEONE = account(
            "someone@personal.example", "Robin Smit", PERSONAL, 1, "en", "a personal account, without a work tenant");

    private static final List<Account> ALL = List.of(
            MANAGER,
            ENGINEER,
            AGENT_NOORDZEE,
            AGENT_ZUIDERLICHT,
            ADMIN_BAKKERIJ,
            COLLEAGUE_BAKKERIJ,
            ADMIN_FOUNDRY,
            ADMIN_STRANGER,
            SOMEONE);

    private Accounts() {}

    public static List<Account> all() {
        return ALL;
    }

    static Account named(String username) {
        return ALL.stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private static Account account(String username, String name, UUID tenant, int number, String language, String who) {
        return account(username, name, tenant, number, language, List.of(), who);
    }

    private static Account account(
            String username, String name, UUID tenant, int number, String language, List<String> roles, String who) {
        // <first eight digits of the tenant>-0000-4000-9000-<number>
        String objectId = "%s-0000-4000-9000-%012d".formatted(tenant.toString().substring(0, 8), number);
        return new Account(username, name, tenant, UUID.fromString(objectId), language, roles, who);
    }
}
