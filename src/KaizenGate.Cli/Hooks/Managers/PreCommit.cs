using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>pre-commit: a file with a list of repositories that define hooks, which may be local.</summary>
internal static class PreCommit
{
    /// <summary>The file that it reads.</summary>
    public const string FileName = ".pre-commit-config.yaml";

    /// <param name="context">What the recipe depends on.</param>
    public static HookManager Of(RecipeContext context) =>
        new(
            "pre-commit",
            FileName,
            "pre-commit install --hook-type pre-commit --hook-type pre-merge-commit --hook-type commit-msg",
            [new MarkedFile(FileName, [new RecipeBlock(["repos"], Hooks(context))], YamlPlace.Add)]
        );

    /// <summary>The first hook is limited by its files, and so runs in no stage that has others.</summary>
    private static string Hooks(RecipeContext context)
    {
        var folder =
            context.Folder.Length == 0 ? "" : $"      args: [--in, {RecipeContext.YamlQuoted(context.Folder)}]\n";
        return $"""
            - repo: local
              hooks:
                - id: kaizen
                  name: kaizen
                  language: system
                  entry: {context.Program} hook run pre-commit
            {folder}      files: {RecipeContext.YamlQuoted(WatchedFile.Regex(context.Watched))}
                  pass_filenames: false
                - id: kaizen-message
                  name: kaizen message
                  language: system
                  entry: {context.Program} hook run commit-msg
            {folder}      stages: [commit-msg]

            """.ReplaceLineEndings("\n");
    }
}
