using KaizenGate.Acceptance.Tests.History;

namespace KaizenGate.Acceptance.Tests.Hooks;

public sealed class RefusedCommitScreenTests(PackedTool tool)
{
    [Fact]
    public async Task The_documented_screen_is_what_git_prints()
    {
        using var repository = await HookedRepository.WithHookAsync(tool);
        await repository.StageAsync(
            BacklogText.Open(1),
            "### [IMP-009] Cache the restored packages\n\n- **Status:** To Do\n- **Proposed Solution:** Cache them.\n"
                + "- **Expected Outcome:** A build takes 4 minutes less.\n"
        );

        var outcome = await repository.CommitAsync();

        var guide = await File.ReadAllTextAsync(
            Repository.PathOf("docs/hooks.md"),
            TestContext.Current.CancellationToken
        );
        var screen = guide.ReplaceLineEndings("\n").Split("```console\n$ git commit")[1].Split("```")[0].Split('\n')[
            1..^1
        ];
        Assert.NotEmpty(screen);
        var printed = $"{outcome.Output}{outcome.Error}";
        var at = 0;
        foreach (var line in screen.Where(line => line != "…"))
        {
            at = $"{printed}\n".IndexOf($"{line}\n", at, StringComparison.Ordinal);
            Assert.True(at >= 0, $"\"{line}\" is not, or not here, in\n{printed}");
        }
    }
}
