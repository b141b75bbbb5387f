using KaizenGate.Core.Files;

namespace KaizenGate.Cli.Hooks.Managers;

/// <summary>Finds the manager of a repository's hooks.</summary>
/// <param name="topLevel">Absolute path of the working tree.</param>
/// <param name="hooks">Absolute path of the folder in which git looks for hooks.</param>
/// <param name="context">What recipes depend on.</param>
internal sealed class HookManagers(string topLevel, string hooks, RecipeContext context)
{
    /// <summary>Managers whose hooks can be recognized but not extended from here.</summary>
    private static readonly (string Sign, string Name)[] Others =
    [
        ("SIMPLE_GIT_HOOKS", "simple-git-hooks"),
        ("overcommit", "Overcommit"),
        ("captainhook", "CaptainHook"),
        ("cghooks", "composer-git-hooks"),
        ("grumphp", "GrumPHP"),
        ("rusty-hook", "rusty-hook"),
        ("yorkie", "yorkie"),
        ("# husky", "husky 4 or older"),
        ("node_modules/pre-commit", "the npm package pre-commit"),
    ];

    /// <summary>
    /// Returns the manager: that of the configured hooks folder, else of the installed hooks, else of the files in the repository; null
    /// when there is none.
    /// </summary>
    /// <exception cref="IOException">A hook cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A hook may not be read.</exception>
    public HookManager? Find() =>
        OfFolder() ?? GitHook.All.Select(OfHook).FirstOrDefault(found => found is not null) ?? All().FirstOrDefault();

    /// <summary>Returns all managers whose files are in the repository.</summary>
    public IEnumerable<HookManager> All()
    {
        if (OfFolder() is { } active)
        {
            yield return active;
        }
        else if (Directory.Exists(Path.Join(topLevel, Husky.UsualFolder)))
        {
            yield return HuskyIn(Husky.UsualFolder);
        }

        foreach (var file in Lefthook.FileNames.Where(Exists))
        {
            yield return Lefthook.Of(context, file);
        }

        if (Exists(PreCommit.FileName))
        {
            yield return PreCommit.Of(context);
        }
    }

    /// <summary>The configured folder: husky sets <c>.husky/_</c> since version 9; Husky.Net and older versions set <c>.husky</c>.</summary>
    private HookManager? OfFolder()
    {
        var scripts =
            Path.GetFileName(hooks) == "_" && File.Exists(Path.Join(hooks, "h")) ? Path.GetDirectoryName(hooks)!
            : File.Exists(Path.Join(hooks, "_", "husky.sh")) ? hooks
            : null;
        if (scripts is null)
        {
            return null;
        }

        var relative = Path.GetRelativePath(topLevel, RealPath.Of(scripts)).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal)
            ? null
            : HuskyIn(relative);
    }

    private HookManager HuskyIn(string folder) =>
        Husky.Of(context, folder, isNet: Exists($"{folder}/task-runner.json"));

    private HookManager? OfHook(GitHook hook)
    {
        var path = Path.Join(hooks, hook.Name);
        if (!File.Exists(path))
        {
            return null;
        }

        var text = PlainFile.ReadText(path);
        return Says("pre-commit.com") ? PreCommit.Of(context)
            : Says("lefthook") ? Lefthook.Of(context, Lefthook.FileNames.FirstOrDefault(Exists, Lefthook.FileNames[0]))
            : Others.FirstOrDefault(other => Says(other.Sign)) is { Name: { } name }
                ? new HookManager(name, path, "", [])
            : null;

        bool Says(string sign) => text.Contains(sign, StringComparison.OrdinalIgnoreCase);
    }

    private bool Exists(string relative) => File.Exists(Path.Join(topLevel, relative));
}
