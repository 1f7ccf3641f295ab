package crm.ingest.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document that partners build on changes only when somebody has read the change. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DocumentTest {

    private static final Path CHECKED_IN = Path.of("..", "openapi", "ingest.yaml");

    @Test
    void theServedDocumentIsTheOneCheckedIn() throws IOException {
        String served = given().get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if (Boolean.getBoolean("accept")) {
            Files.createDirectories(CHECKED_IN.getParent());
            Files.writeString(CHECKED_IN, served);
        }
        assertThat(served)
                .as("openapi/ingest.yaml is not what is served; read the difference, then run: make accept")
                .isEqualTo(Files.readString(CHECKED_IN));
    }

    @Test
    void theDocumentCanBeTriedInTheBrowser() {
        given().get("/q/swagger-ui/").then().statusCode(200).contentType("text/html");
    }
}
