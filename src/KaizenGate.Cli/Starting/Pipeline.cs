using System.Collections.Immutable;

namespace KaizenGate.Cli.Starting;

/// <summary>A build server, and the files that run the gate on it.</summary>
/// <param name="Option">The option of <c>init</c> that writes the files.</param>
/// <param name="Server">Its name.</param>
/// <param name="Files">The files, with paths relative to the root of the repository.</param>
internal sealed record Pipeline(string Option, string Server, ImmutableArray<Starter> Files)
{
    public static ImmutableArray<Pipeline> All { get; } =
    [
        new(
            "--github",
            "GitHub Actions",
            [
                new("github.yml", ".github/workflows/kaizen.yml", "runs the gate on GitHub Actions"),
                new("improvement.yml", ".github/ISSUE_TEMPLATE/improvement.yml", "the form for improvements in issues"),
            ]
        ),
        new(
            "--gitlab",
            "GitLab CI",
            [
                new("gitlab.yml", ".gitlab/kaizen.yml", "the job that runs the gate"),
                new("gitlab-ci.yml", ".gitlab-ci.yml", "the pipeline that includes it")
                {
                    Instead =
                        "add `- local: .gitlab/kaizen.yml` to its `include`, and the `workflow` in docs/ci.md if it has none",
                },
            ]
        ),
        new(
            "--azure",
            "Azure Pipelines",
            [
                new("azure.yml", ".azuredevops/kaizen.yml", "the steps that run the gate"),
                new("azure-pipelines.yml", "azure-pipelines.yml", "the pipeline that includes them")
                {
                    Instead = "add `- template: .azuredevops/kaizen.yml` to its `steps`",
                },
            ]
        ),
        new(
            "--script",
            "any other build server",
            [new("check.sh", ".kaizen/check.sh", "runs the gate on any build server") { IsProgram = true }]
        ),
    ];
}
