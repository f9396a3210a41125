package city.dure.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the portal did not start with its master key. */
class MasterKeyFailureAnalyzer extends AbstractFailureAnalyzer<MasterKeyRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable root, MasterKeyRefused refused) {
        return new FailureAnalysis(refused.getMessage(), refused.action, refused);
    }
}
