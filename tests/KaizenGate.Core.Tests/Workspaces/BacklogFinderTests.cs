using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Workspaces;

namespace KaizenGate.Core.Tests.Workspaces;

public sealed class BacklogFinderTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData("KAIZEN.md", "BACKLOG.md", "BACKLOG.md")]
    [InlineData("docs/IMPROVEMENTS.md", "KAIZEN.md", "KAIZEN.md")]
    [InlineData(".kaizen/backlog.md", ".github/backlog.md", ".github/backlog.md")]
    [InlineData("Docs/Improvement_Backlog.MD", "README.md", "Docs/Improvement_Backlog.MD")]
    public void The_first_usual_name_in_the_first_usual_folder_is_the_backlog(string one, string other, string found)
    {
        scratch.With(one, other);

        Assert.Equal([found], Paths(Finder().Usual()));
    }

    [Fact]
    public void The_others_with_a_usual_name_are_known()
    {
        scratch.With("BACKLOG.md", "BACKLOG.archive.md", "docs/BACKLOG.md", ".github/KAIZEN.md", "src/IMPROVEMENTS.md");

        var finder = Finder();
        Assert.Equal(["docs/BACKLOG.md", ".github/KAIZEN.md"], Paths(finder.AlsoUsual(finder.Usual())));
    }

    [Fact]
    public void Without_a_usual_name_there_is_no_backlog()
    {
        scratch.With("README.md", "docs/TODO.md");

        Assert.Empty(Finder().Usual());
    }

    [Fact]
    public void The_search_goes_up_to_the_folder_of_the_settings()
    {
        scratch.With("kaizen.json", "IMPROVEMENTS.md").WithFolder("src/deep");

        var found = Assert.Single(Finder("src/deep").Usual());

        Assert.Equal(scratch.PathOf("IMPROVEMENTS.md"), found.FullPath);
    }

    [Fact]
    public void The_search_does_not_go_above_the_repository()
    {
        scratch.With("IMPROVEMENTS.md").WithFolder("repository/.git").WithFolder("repository/src");

        Assert.Empty(Finder("repository/src").Usual());
    }

    [Fact]
    public void Outside_any_repository_the_search_stays_in_the_working_folder()
    {
        scratch.With("IMPROVEMENTS.md").WithFolder("notes");

        Assert.Empty(Finder("notes").Usual());
    }

    [Fact]
    public void The_backlog_nearest_to_the_working_folder_is_used()
    {
        scratch.With(".git/HEAD", "IMPROVEMENTS.md", "services/pay/BACKLOG.md");

        Assert.Equal(["BACKLOG.md"], Paths(Finder("services/pay").Usual()));
    }

    [Fact]
    public void A_given_file_may_have_any_name()
    {
        scratch.With("-x.md", "two words ü.txt");

        Assert.Equal(["-x.md", "two words ü.txt"], Paths(Finder().At(["-x.md", "two words ü.txt"])));
    }

    [Fact]
    public void A_given_folder_is_searched_for_the_usual_names()
    {
        scratch.With("pay/docs/BACKLOG.md");

        Assert.Equal(["pay/docs/BACKLOG.md"], Paths(Finder().At(["pay"])));
    }

    [Fact]
    public void A_file_given_twice_is_checked_once()
    {
        scratch.With("IMPROVEMENTS.md");

        Assert.Equal(["IMPROVEMENTS.md"], Paths(Finder().At(["IMPROVEMENTS.md", "./IMPROVEMENTS.md", "."])));
    }

    [Fact]
    public void A_link_to_a_given_file_is_that_file()
    {
        scratch.With("IMPROVEMENTS.md");
        File.CreateSymbolicLink(scratch.PathOf("link.md"), "IMPROVEMENTS.md");

        Assert.Equal(["IMPROVEMENTS.md"], Paths(Finder().At(["IMPROVEMENTS.md", "link.md"])));
    }

    [Fact]
    public void A_path_that_does_not_exist_is_an_error_that_names_the_nearest_one()
    {
        scratch.With("docs/IMPROVEMENTS.md", "docs/README.md");

        var error = Assert.Throws<InputException>(() => Finder().At(["docs/IMPROVEMENT.md"])).Error;

        Assert.Equal("docs/IMPROVEMENT.md", error.Path);
        Assert.Contains("docs/IMPROVEMENTS.md", error.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named_before_the_file_in_it()
    {
        scratch.With("docs/IMPROVEMENTS.md");

        var error = Assert.Throws<InputException>(() => Finder().At(["dosc/IMPROVEMENTS.md"])).Error;

        Assert.Equal("dosc", error.Path);
        Assert.Contains("docs", error.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_path_is_an_error()
    {
        scratch.With("IMPROVEMENTS.md");

        Assert.Throws<InputException>(() => Finder().At([""]));
    }

    [Fact]
    public void One_folder_without_a_backlog_among_several_is_an_error()
    {
        scratch.With("a/IMPROVEMENTS.md").WithFolder("b");

        Assert.Equal("b", Assert.Throws<InputException>(() => Finder().At(["a", "b"])).Error.Path);
    }

    [Fact]
    public void A_single_folder_without_a_backlog_has_none()
    {
        Assert.Empty(Finder().At(["."]));
    }

    [Fact]
    public void Globs_are_searched_in_the_order_of_the_paths()
    {
        scratch.With("teams/pay/BACKLOG.md", "teams/app/BACKLOG.md", "teams/app/README.md", "other/BACKLOG.md");

        Assert.Equal(
            ["teams/app/BACKLOG.md", "teams/pay/BACKLOG.md"],
            Paths(Finder().Matching(["teams/**/backlog.md"], scratch.Path))
        );
    }

    [Fact]
    public void A_pattern_with_an_exclamation_mark_excludes_files()
    {
        scratch.With("teams/pay/BACKLOG.md", "teams/old/BACKLOG.md");

        Assert.Equal(
            ["teams/pay/BACKLOG.md"],
            Paths(Finder().Matching(["teams/*/BACKLOG.md", "!teams/old/**"], scratch.Path))
        );
    }

    [Fact]
    public void A_glob_does_not_enter_a_linked_folder_nor_the_repository_nor_packages()
    {
        scratch.With("a/BACKLOG.md", ".git/BACKLOG.md", "node_modules/x/BACKLOG.md");
        Directory.CreateSymbolicLink(scratch.PathOf("a/loop"), scratch.Path);

        Assert.Equal(["a/BACKLOG.md"], Paths(Finder().Matching(["**/BACKLOG.md"], scratch.Path)));
    }

    [Fact]
    public void The_settings_name_paths_from_their_own_folder()
    {
        scratch.With("pay/BACKLOG.md").WithFolder("src");

        Assert.Equal(
            [scratch.PathOf("pay/BACKLOG.md")],
            Finder("src").Matching(["BACKLOG.md"], scratch.PathOf("pay")).Select(file => file.FullPath)
        );
    }

    [Fact]
    public void A_path_of_the_settings_must_exist()
    {
        Assert.Equal(
            "BACKLOG.md",
            Assert.Throws<InputException>(() => Finder().Matching(["BACKLOG.md"], scratch.Path)).Error.Path
        );
    }

    [Fact]
    public void The_archive_is_next_to_its_backlog()
    {
        scratch.With("docs/IMPROVEMENTS.md", "docs/IMPROVEMENTS.archive.md");
        var finder = Finder();

        Assert.Equal(
            "docs/IMPROVEMENTS.archive.md",
            finder.ArchiveOf(Assert.Single(finder.At(["docs/IMPROVEMENTS.md"])))?.Path
        );
    }

    [Fact]
    public void The_settings_can_place_the_archive_elsewhere()
    {
        scratch.With("docs/IMPROVEMENTS.md", "docs/old/DONE.md");
        var finder = new BacklogFinder(new Workspace(scratch.Path), "old/DONE.md");

        Assert.Equal("docs/old/DONE.md", finder.ArchiveOf(Assert.Single(finder.At(["docs/IMPROVEMENTS.md"])))?.Path);
    }

    [Fact]
    public void A_missing_archive_is_ignored()
    {
        scratch.With("IMPROVEMENTS.md");
        var finder = Finder();

        Assert.Null(finder.ArchiveOf(Assert.Single(finder.Usual())));
    }

    [Theory]
    [InlineData(null, "IMPROVEMENTS.archive.md")]
    [InlineData("./old/DONE.md", "old/DONE.md")]
    public void An_archive_is_not_checked_next_to_its_backlog(string? setting, string archive)
    {
        scratch.With("IMPROVEMENTS.md", archive);
        var finder = new BacklogFinder(new Workspace(scratch.Path), setting);

        Assert.Equal(["IMPROVEMENTS.md"], Paths(finder.At([archive, "IMPROVEMENTS.md"])));
    }

    [Fact]
    public void An_archive_alone_is_not_a_backlog()
    {
        scratch.With("IMPROVEMENTS.md", "IMPROVEMENTS.archive.md");

        Assert.Equal(
            "IMPROVEMENTS.archive.md",
            Assert.Throws<InputException>(() => Finder().At(["IMPROVEMENTS.archive.md"])).Error.Path
        );
    }

    private BacklogFinder Finder(string folder = ".") => new(new Workspace(scratch.PathOf(folder)));

    private static IEnumerable<string> Paths(IEnumerable<SourceFile> files) => files.Select(file => file.Path);

    [Fact]
    public void Of_many_links_that_lead_out_the_first_one_is_named()
    {
        using var outside = new ScratchFolder();
        outside.With("BACKLOG.md");
        scratch.With([.. Enumerable.Range(100, 200).Select(number => $"team{number}/BACKLOG.md")]);
        for (var number = 110; number < 300; number++)
        {
            File.Delete(scratch.PathOf($"team{number}/BACKLOG.md"));
            File.CreateSymbolicLink(scratch.PathOf($"team{number}/BACKLOG.md"), outside.PathOf("BACKLOG.md"));
        }

        for (var turn = 0; turn < 20; turn++)
        {
            var error = Assert.Throws<InputException>(() => Finder().Matching(["*/BACKLOG.md"], scratch.Path)).Error;
            Assert.Equal("team110/BACKLOG.md", error.Path);
        }
    }

    [Fact]
    public void The_archives_of_many_backlogs_are_known()
    {
        string[] names = [.. Enumerable.Range(100, 200).Select(number => $"team{number}/BACKLOG")];
        scratch.With([.. names.Select(name => $"{name}.md"), .. names[..99].Select(name => $"{name}.archive.md")]);

        var backlogs = Finder().Matching(["*/BACKLOG.md"], scratch.Path);
        Assert.Equal(
            [.. names[..99].Select(name => $"{name}.archive.md"), .. Enumerable.Repeat<string?>(null, 101)],
            backlogs.Select(Finder().ArchivesOf(backlogs)).Select(archive => archive?.Path)
        );
    }
}
