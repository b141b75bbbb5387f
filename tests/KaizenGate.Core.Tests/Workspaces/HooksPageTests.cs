using System.Text;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Workspaces;

/// <summary>The recipes of docs/hooks.md and .pre-commit-hooks.yaml name all usual backlogs.</summary>
public sealed class HooksPageTests
{
    private static readonly string Page = Repository.PathOf("docs", "hooks.md");

    [Fact]
    public void The_hooks_for_pre_commit_run_for_every_usual_name() =>
        Assert.Contains(
            $"files: &files '{WatchedFile.Regex(WatchedFile.OfDefaults)}'\n",
            File.ReadAllText(Repository.PathOf(".pre-commit-hooks.yaml")),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_recipe_for_lefthook_runs_for_every_usual_name() =>
        GeneratedPart.Verify(
            Page,
            "<!-- recipe for lefthook -->",
            "<!-- /recipe for lefthook -->",
            $$"""

            ```yaml
            pre-commit:
              commands:
                kaizen:
                  glob: '{{WatchedFile.Glob(WatchedFile.OfDefaults)}}'
                  run: dotnet-kaizen hook run pre-commit
            pre-merge-commit:
              commands:
                kaizen:
                  run: dotnet-kaizen hook run pre-merge-commit
            commit-msg:
              commands:
                kaizen:
                  run: dotnet-kaizen hook run commit-msg {1}
            ```


            """.ReplaceLineEndings("\n")
        );

    [Fact]
    public void The_recipe_for_Husky_Net_runs_for_every_usual_name()
    {
        var names = new StringBuilder();
        foreach (var name in BacklogFinder.UsualNames)
        {
            names.Append($"        \"**/{Path.GetFileNameWithoutExtension(name)}*.md\",\n");
        }

        GeneratedPart.Verify(
            Page,
            "<!-- recipe for Husky.Net -->",
            "<!-- /recipe for Husky.Net -->",
            $$"""

            ```json
            {
              "tasks": [
                {
                  "name": "kaizen",
                  "group": "pre-commit",
                  "command": "dotnet",
                  "args": ["kaizen", "check", "--staged", "--only-changed"],
                  "filteringRule": "staged",
                  "include": [
            {{names}}        "**/kaizen*.json"
                  ]
                }
              ]
            }
            ```


            """.ReplaceLineEndings("\n")
        );
    }
}
