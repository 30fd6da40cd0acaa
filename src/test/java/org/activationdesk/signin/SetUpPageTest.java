package org.activationdesk.signin;

import static org.activationdesk.tryout.signin.Accounts.ADMIN_FOUNDRY;
import static org.activationdesk.tryout.signin.Accounts.ENGINEER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** CVE-2026-77226: the page of the web apps that makes an administrator out of whoever opens it. */
class SetUpPageTest extends SignInTest {
    @Autowired
    IdentityService identities;

    /**
     * CVE-2026-77226. Seen red: with WebappCalls letting everything through and IdentityPlugin doing nothing, the stranger's first
     * call is answered with 204 and the administrator exists.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create", "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin/setup;x/default/user/create", "/camunda/api/admin/./setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/admin", "/camunda/api/admin/auth/user/default/login/admin/",
                "/camunda/api/admin/auth/user/default/%6cogin/admin"
            })
    void nobodySetsUpAnAdministratorOrSignsInWithAPassword(String path) {
        String admin =
                "{\"profile\":{\"id\":\"evil\",\"firstName\":\"e\",\"lastName\":\"v\"},\"credentials\":{\"password\":\"x\"}}";
        Visitor stranger = visitor();
        stranger.get("/camunda/api/engine/engine/");
        assertThat(stranger.raw("POST", path, admin)).isIn(400, 401);
        assertThat(signedIn(ADMIN_FOUNDRY).raw("POST", path, admin)).isIn(400, 403);
        assertThat(signedIn(ENGINEER).raw("POST", path, admin)).isIn(400, 403);
    }

    /** The second lock of CVE-2026-77226. Seen red: with IdentityPlugin doing nothing. */
    @Test
    void theEngineHasNoPlaceForAnAdministrator() {
        assertThat(identities.isReadOnly()).isTrue();
        assertThat(identities.checkPassword(ENGINEER.id(), "")).isFalse();
        assertThatThrownBy(() -> identities.newUser("evil")).isInstanceOf(UnsupportedOperationException.class);
    }
}
