using System.Collections.Immutable;
using KaizenGate.Cli.Hooks.Managers;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Checking;
using KaizenGate.Core.History.Git;
using KaizenGate.Core.Settings;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Cli.Hooks;

/// <summary>The repository of the hook.</summary>
internal sealed class HookRepository
{
    private readonly Host host;
    private readonly Workspace workspace;
    private readonly string topLevel;
    private readonly GitRepository git;
    private LoadedSettings? settings;

    private HookRepository(Host host, GitRepository git)
    {
        this.git = git;
        (this.host, workspace, topLevel) = (host, new Workspace(host.WorkingFolder), Path.GetFullPath(git.TopLevel));
        Place = HooksFolder.Of(git);
    }

    /// <summary>Its hooks folder.</summary>
    public HooksFolder Place { get; }

    /// <summary>Finds it.</summary>
    /// <exception cref="InputException">There is no repository.</exception>
    public static HookRepository Find(Host host)
    {
        var opening = GitRepository.Open(
            GitProgram.Find(host.Environment),
            host.WorkingFolder,
            host.Environment,
            inheritsRepository: true
        );
        try
        {
            return opening switch
            {
                OpenedRepository opened => new HookRepository(host, opened.Git),
                UnreadableRepository blind => throw No(blind.Reason),
                _ => throw new InputException(
                    "not a git repository",
                    "Run this in a repository, or create one with `git init`."
                ),
            };
        }
        catch (GitException failed)
        {
            throw No(failed.Reason);
        }
    }

    /// <summary>Absolute path of the working tree.</summary>
    public string TopLevel => topLevel;

    /// <summary>Our hooks.</summary>
    /// <param name="mayBeShared">Whether a hooks folder outside of the repository may be changed.</param>
    /// <exception cref="InputException">The repository shares its hooks, or git runs none.</exception>
    /// <param name="isDryRun">Whether the hooks change nothing.</param>
    public ImmutableArray<HookFile> Files(bool mayBeShared, bool isDryRun)
    {
        MustBeUsable(mayBeShared);
        return [.. GitHook.All.Select(hook => new HookFile(hook, Place.Folder, Shown, isDryRun))];
    }

    /// <summary>The managers of its hooks.</summary>
    /// <exception cref="InputException">The settings cannot be read.</exception>
    public HookManagers Managers()
    {
        var loaded = Settings();
        var folder = GateFolder(loaded);
        return new(
            topLevel,
            Place.Folder,
            new RecipeContext(
                Script(loaded, folder).OfAll(),
                HookScript.IsOne,
                InstalledProgram.IsLocalTool(folder) ? "dotnet kaizen" : "dotnet-kaizen",
                Relative(folder),
                new WatchedPaths(topLevel, folder).Of(loaded)
            )
        );
    }

    /// <summary>Whether the staged changes touch a file that the hooks watch.</summary>
    /// <exception cref="InputException">The settings cannot be read, or git failed.</exception>
    public bool IsWatchedStaged()
    {
        var loaded = Settings();
        var watched = new WatchedPaths(topLevel, GateFolder(loaded)).Of(loaded);
        try
        {
            return git.HasStaged(watched.Select(file => file.PathSpec));
        }
        catch (GitException failed)
        {
            throw No(failed.Reason);
        }
    }

    /// <summary>Checks that a file of the repository is not a link that leads out of it, and returns its path.</summary>
    /// <exception cref="InputException">It leads out.</exception>
    public string PathOf(RecipeFile file)
    {
        var path = Path.Join(topLevel, file.Path);
        return workspace.Contained.Supplied(path, topLevel, "the file of the hook manager", Shown(path));
    }

    /// <summary>Whether the hooks will find the program.</summary>
    /// <exception cref="InputException">The settings cannot be read.</exception>
    public bool HasProgram() =>
        InstalledProgram.IsOnPath(host.Environment) || InstalledProgram.IsLocalTool(GateFolder(Settings()));

    /// <summary>The merge driver.</summary>
    /// <exception cref="InputException">Git does not tell the path of its attributes.</exception>
    /// <param name="isDryRun">Whether the driver changes nothing.</param>
    public MergeDriver Driver(bool isDryRun)
    {
        var answer = git.Ask("rev-parse", "--git-path", "info/attributes");
        return answer.ExitCode == 0 && answer.Text.EndsWith('\n')
            ? new MergeDriver(git, Path.GetFullPath(answer.Text[..^1], topLevel), Shown, isDryRun)
            : throw No(GitFailure.Reason(answer.Name, answer.ExitCode, answer.ErrorText));
    }

    /// <summary>Paths of the backlogs and their archives, relative to the top level. Archives may not exist yet.</summary>
    /// <exception cref="InputException">The settings cannot be read, or there is no backlog in this repository.</exception>
    public ImmutableArray<string> Backlogs()
    {
        var loaded = Settings();
        var finder = new BacklogFinder(workspace, path => loaded.Of(RealPath.Of(path)).Settings.Archive);
        var backlogs = loaded.Settings.Backlogs.IsEmpty
            ? finder.Usual()
            : finder.Matching(loaded.Settings.Backlogs, loaded.BaseFolder);
        ImmutableArray<string> paths =
        [
            .. backlogs
                .Select(file => RealPath.Of(Path.GetFullPath(file.FullPath)))
                .SelectMany(path => new[] { path, ArchivePath.Of(path, loaded.Of(path).Settings.Archive) })
                .Where(path => IsBelow(topLevel, path))
                .Select(path => Path.GetRelativePath(topLevel, path).Replace(Path.DirectorySeparatorChar, '/'))
                .Distinct(StringComparer.Ordinal),
        ];
        return paths.IsEmpty
            ? throw new InputException(
                "no backlog found to merge",
                "Create one with `dotnet kaizen init`, or set `backlogs` in kaizen.json."
            )
            : paths;
    }

    /// <summary>A path for messages.</summary>
    public string Shown(string path) => workspace.Shown(path);

    /// <summary>The text of the hooks.</summary>
    /// <exception cref="InputException">The settings cannot be read.</exception>
    public HookScript Script()
    {
        var loaded = Settings();
        return Script(loaded, GateFolder(loaded));
    }

    private HookScript Script(LoadedSettings loaded, string folder) =>
        new(Relative(folder), new WatchedPaths(topLevel, folder).Of(loaded));

    /// <summary>The path of a folder relative to the top level, with slashes; empty for the top level.</summary>
    private string Relative(string folder)
    {
        var relative = Path.GetRelativePath(topLevel, folder).Replace(Path.DirectorySeparatorChar, '/');
        return relative == "." ? "" : relative;
    }

    private LoadedSettings Settings() =>
        settings ??= SettingsLoader.Load(
            host.WorkingFolder,
            [.. RuleCatalog.All.Select(rule => rule.Known)],
            host.Environment,
            new SettingsOverrides()
        );

    /// <summary>The folder in which the gate runs: that of the settings, else of the backlog, else the top level.</summary>
    private string GateFolder(LoadedSettings loaded)
    {
        if (!loaded.Files.IsEmpty && IsInside(RealPath.Of(loaded.BaseFolder)))
        {
            return RealPath.Of(loaded.BaseFolder);
        }

        var here = RealPath.Of(workspace.Folder);
        for (var folder = here; IsInside(folder) && folder != topLevel; folder = Path.GetDirectoryName(folder)!)
        {
            var backlog = new BacklogFinder(new Workspace(folder), loaded.Settings.Archive).Usual();
            if (backlog.Any(file => IsBelow(folder, RealPath.Of(file.FullPath))))
            {
                return folder;
            }
        }

        return topLevel;
    }

    private void MustBeUsable(bool mayBeShared)
    {
        if (Place.IsConfigured && System.IO.File.Exists(Place.Folder))
        {
            throw new InputException(
                "`core.hooksPath` is a file, so git runs no hooks here",
                "Remove it from git's configuration, or set it to a folder.",
                Place.Folder
            );
        }

        if (Place.IsShared && !mayBeShared)
        {
            throw new InputException(
                "`core.hooksPath` is a folder outside of this repository, which other repositories may share",
                "Use --shared to change it for all of them, or `git config --local core.hooksPath .githooks` for a separate folder.",
                Place.Folder
            );
        }
    }

    private bool IsInside(string path) => path == topLevel || IsBelow(topLevel, path);

    private static bool IsBelow(string folder, string path) =>
        path.StartsWith($"{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static InputException No(string reason) => new("the hook cannot be installed or removed", $"Git: {reason}");
}
