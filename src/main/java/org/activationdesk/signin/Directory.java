package org.activationdesk.signin;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Answers the engine's questions about accounts and groups, as far as the onlooker may see them. */
@Repository
class Directory {
    private static final String FIRST_NAME = "split_part(account.name, ' ', 1)";
    private static final String LAST_NAME = "substr(account.name, length(" + FIRST_NAME + ") + 2)";
    private static final String MATCHING = """
             from account
            where (:everybody or id = :onlooker or exists (
                    select from account_group mine join account_group theirs using (group_id)
                     where mine.account_id = :onlooker and theirs.account_id = account.id and group_id like 'partner-%'))
              and (cast(:id as text) is null or id = :id)
              and (:anyId or id in (:ids))
              and (cast(:group as text) is null
                    or exists (select from account_group where account_id = account.id and group_id = :group))
              and (cast(:firstName as text) is null or FIRST_NAME = :firstName)
              and (cast(:firstNameLike as text) is null or FIRST_NAME ilike :firstNameLike)
              and (cast(:lastName as text) is null or LAST_NAME = :lastName)
              and (cast(:lastNameLike as text) is null or LAST_NAME ilike :lastNameLike)
              and (cast(:email as text) is null or username = :email)
              and (cast(:emailLike as text) is null or username ilike :emailLike)
              and cast(:tenant as text) is null
            """.replace("FIRST_NAME", FIRST_NAME).replace("LAST_NAME", LAST_NAME);
    private static final String PAGE = "select id, " + FIRST_NAME + " as first_name, " + LAST_NAME
            + " as last_name, username as email" + MATCHING + "order by name, id limit :limit offset :offset";

    private final JdbcClient database;
    private final Groups groups;

    Directory(JdbcClient database, Groups groups) {
        this.database = database;
        this.groups = groups;
    }

    List<User> accounts(UserQueryImpl query, Onlooker onlooker, Page page) {
        return matching(PAGE, query, onlooker)
                .param("limit", page == null ? Integer.MAX_VALUE : page.getMaxResults())
                .param("offset", page == null ? 0 : page.getFirstResult())
                .query((row, number) -> user(
                        row.getString("id"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("email")))
                .list();
    }

    long countAccounts(UserQueryImpl query, Onlooker onlooker) {
        return matching("select count(*)" + MATCHING, query, onlooker)
                .query(Long.class)
                .single();
    }

    List<Group> groups(GroupQueryImpl query, Onlooker onlooker) {
        List<String> visible = onlooker.seesAllGroups() ? groups.all() : groupsOf(onlooker.account());
        List<String> candidates = query.getUserId() == null ? groups.all() : groupsOf(query.getUserId());
        return candidates.stream()
                .filter(visible::contains)
                .map(id -> group(id, groups.name(id).orElse(id)))
                .filter(group -> matches(query, group))
                .toList();
    }

    private List<String> groupsOf(String account) {
        return database.sql("select group_id from account_group where account_id = ? order by group_id")
                .param(account)
                .query(String.class)
                .list();
    }

    private StatementSpec matching(String sql, UserQueryImpl query, Onlooker onlooker) {
        String[] ids = query.getIds();
        return database.sql(sql)
                .param("everybody", onlooker.seesAllAccounts())
                .param("onlooker", onlooker.account())
                .param("id", query.getId())
                .param("anyId", ids == null)
                .param("ids", ids == null || ids.length == 0 ? List.of("") : List.of(ids))
                .param("group", query.getGroupId())
                .param("firstName", query.getFirstName())
                .param("firstNameLike", query.getFirstNameLike())
                .param("lastName", query.getLastName())
                .param("lastNameLike", query.getLastNameLike())
                .param("email", query.getEmail())
                .param("emailLike", query.getEmailLike())
                .param("tenant", query.getTenantId());
    }

    private static boolean matches(GroupQueryImpl query, Group group) {
        return (query.getId() == null || query.getId().equals(group.getId()))
                && (query.getIds() == null || List.of(query.getIds()).contains(group.getId()))
                && (query.getName() == null || query.getName().equals(group.getName()))
                && (query.getNameLike() == null || like(group.getName(), query.getNameLike()))
                && (query.getType() == null || query.getType().equals(group.getType()))
                && query.getTenantId() == null;
    }

    /**
     * Only the per cent sign is special here; the web apps put one in front and one behind. Each piece is looked for behind the
     * one before and never again further on, so that no pattern takes long.
     */
    static boolean like(String name, String pattern) {
        String[] pieces = pattern.toLowerCase(Locale.ROOT).split("%", -1);
        String text = name.toLowerCase(Locale.ROOT);
        int last = pieces.length - 1;
        if (last == 0) {
            return text.equals(pieces[0]);
        }
        int found = text.startsWith(pieces[0]) ? pieces[0].length() : -1;
        for (int i = 1; i < last && found >= 0; i++) {
            int start = text.indexOf(pieces[i], found);
            found = start < 0 ? -1 : start + pieces[i].length();
        }
        return found >= 0 && found + pieces[last].length() <= text.length() && text.endsWith(pieces[last]);
    }

    private static User user(String id, String firstName, String lastName, String email) {
        UserEntity user = new UserEntity(id);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(email);
        return user;
    }

    private static Group group(String id, String name) {
        GroupEntity group = new GroupEntity(id);
        group.setName(name);
        group.setType("DESK");
        return group;
    }
}
