using System.Collections.Immutable;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>husky and Husky.Net: scripts of the repository, named like the hooks, that their own hooks run.</summary>
internal static class Husky
{
    /// <summary>The usual folder of the scripts.</summary>
    public const string UsualFolder = ".husky";

    /// <param name="context">What the recipe depends on.</param>
    /// <param name="folder">The folder of the scripts, relative to the top level, with slashes.</param>
    /// <param name="isNet">Whether it is Husky.Net.</param>
    public static HookManager Of(RecipeContext context, string folder, bool isNet) =>
        new(
            isNet ? "Husky.Net" : "husky",
            folder,
            isNet ? "dotnet husky install" : "npx husky",
            [
                new OwnFile($"{folder}/kaizen", context.Script, context.IsScript),
                .. GitHook.All.Select(hook => Script(folder, hook.Name)),
            ]
        );

    private static MarkedFile Script(string folder, string hook) =>
        new MarkedFile(
            $"{folder}/{hook}",
            [new RecipeBlock([], $"sh \"${{0%/*}}/kaizen\" {hook} \"$@\" || exit")],
            ShellPlace.Add
        )
        {
            Empty = "#!/bin/sh\n",
            IsProgram = true,
        };
}
