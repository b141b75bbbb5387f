using System.Collections.Immutable;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>lefthook: a file with the commands of each hook.</summary>
internal static class Lefthook
{
    /// <summary>The files that it reads, in its order.</summary>
    public static ImmutableArray<string> FileNames { get; } =
    [
        .. from folder in new[] { "", ".config/" }
        from name in new[] { "lefthook", ".lefthook" }
        where folder.Length == 0 || name[0] != '.'
        from end in new[] { "yml", "yaml", "toml", "json", "jsonc" }
        select $"{folder}{name}.{end}",
    ];

    /// <param name="context">What the recipe depends on.</param>
    /// <param name="file">Its file, relative to the top level.</param>
    public static HookManager Of(RecipeContext context, string file)
    {
        var end = file[(file.LastIndexOf('.') + 1)..];
        RecipeFile recipe = end switch
        {
            "toml" => new MarkedFile(file, Blocks(context, RecipeContext.JsonQuoted, " = "), TomlPlace.Add),
            "json" or "jsonc" => new JsonFile(file, [.. Commands(context).Select(Member)]),
            _ => new MarkedFile(file, Blocks(context, RecipeContext.YamlQuoted, ": "), YamlPlace.Add),
        };
        return new("lefthook", file, "lefthook install", [recipe]);
    }

    private static ImmutableArray<RecipeBlock> Blocks(
        RecipeContext context,
        Func<string, string> quoted,
        string sign
    ) =>
        [
            .. Commands(context)
                .Select(command => new RecipeBlock(
                    Keys(command.Hook),
                    string.Join('\n', command.Values.Select(value => value.Key + sign + quoted(value.Value)))
                )),
        ];

    private static (ImmutableArray<string>, string) Member((string Hook, (string Key, string Value)[] Values) command)
    {
        var values = command.Values.Select(value => $"\"{value.Key}\": {RecipeContext.JsonQuoted(value.Value)}");
        return (Keys(command.Hook), $"{{ {string.Join(", ", values)} }}");
    }

    private static ImmutableArray<string> Keys(string hook) => [hook, "commands", "kaizen"];

    /// <summary>The commands. Only the first is filtered: for other hooks, lefthook compares all files of the repository.</summary>
    private static (string Hook, (string Key, string Value)[] Values)[] Commands(RecipeContext context) =>
        [
            ("pre-commit", [("glob", WatchedFile.Glob(context.Watched)), ("run", context.Command("pre-commit"))]),
            ("pre-merge-commit", [("run", context.Command("pre-merge-commit"))]),
            ("commit-msg", [("run", context.Command("commit-msg {1}"))]),
        ];
}
