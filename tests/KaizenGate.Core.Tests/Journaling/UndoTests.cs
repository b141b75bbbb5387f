using System.Text;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Editing;
using KaizenGate.Core.Editing.Undoing;
using KaizenGate.Core.Journaling;
using KaizenGate.Core.Reading;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.Journaling;

public sealed class UndoTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 30, 0, TimeSpan.Zero);

    private readonly ScratchFolder folder = new ScratchFolder().WithFolder(".git");

    private JournalFolder Folder => JournalFolder.Of(folder.Path)!;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Files_get_their_earlier_bytes_and_created_ones_are_deleted()
    {
        byte[] odd = [0xEF, 0xBB, 0xBF, .. "a\r\n"u8, 0xFF, 0];
        File.WriteAllBytes(folder.PathOf("a.md"), odd);
        var journal = New("adopt");
        journal.Write(folder.PathOf("a.md"), [.. "b"u8]);
        journal.Write(folder.PathOf("docs/kaizen.json"), [.. "{}"u8]);

        var undo = Run()!;

        Assert.Equal("adopt", undo.Entry.Name);
        Assert.Equal(odd, File.ReadAllBytes(folder.PathOf("a.md")));
        Assert.False(File.Exists(folder.PathOf("docs/kaizen.json")));
        Assert.Null(Run());
    }

    [Fact]
    public void Edits_are_taken_back_one_by_one_the_last_first()
    {
        Edit("a.md", "0", "1");
        Edit("b.md", "x", "y");
        Edit("a.md", "1", "0");

        Assert.Equal(["1 y", "1 x", "0 x"], Enumerable.Range(0, 3).Select(_ => AfterUndo()));
        Assert.Null(Run());

        string AfterUndo()
        {
            Assert.NotNull(Run());
            return $"{Text("a.md")} {Text("b.md")}";
        }
    }

    [Fact]
    public void A_file_that_one_run_wrote_twice_gets_its_first_content()
    {
        Set("a.md", "0");
        var journal = New("adopt");
        journal.Write(folder.PathOf("a.md"), [.. "1"u8]);
        journal.Write(folder.PathOf("a.md"), [.. "2"u8]);

        Assert.Single(Run()!.Files);
        Assert.Equal("0", Text("a.md"));
    }

    [Fact]
    public void A_file_that_changed_since_is_refused_and_nothing_is_written()
    {
        Set("a.md", "0");
        Set("b.md", "0");
        var journal = New("archive");
        journal.Write(folder.PathOf("a.md"), [.. "1"u8]);
        journal.Write(folder.PathOf("b.md"), [.. "1"u8]);
        Set("a.md", "mine");

        var refused = Assert.Throws<InputException>(() => Run());

        Assert.Equal(
            "a.md: changed since \"archive\" at 2026-03-02 10:30 UTC, so that is not undone. "
                + "Undo it by hand: `git diff` shows the changes since the last commit.",
            refused.Message
        );
        Assert.Equal("mine 1", $"{Text("a.md")} {Text("b.md")}");
    }

    [Fact]
    public void A_deleted_file_has_changed()
    {
        Edit("a.md", "0", "1");
        File.Delete(folder.PathOf("a.md"));

        Assert.Throws<InputException>(() => Run());
        Assert.False(File.Exists(folder.PathOf("a.md")));
    }

    [Fact]
    public void A_run_that_was_killed_before_it_wrote_is_passed_over()
    {
        Edit("a.md", "0", "1");
        New("score").Record(folder.PathOf("a.md"), [.. "1"u8], JournaledFile.HashOf("2"u8));

        Assert.Equal("done", Run()!.Entry.Command);
        Assert.Equal("0", Text("a.md"));
        Assert.Empty(Folder.Numbers());
    }

    [Fact]
    public void A_run_that_was_killed_between_two_files_is_taken_back()
    {
        Set("a.md", "0");
        Set("b.md", "0");
        var journal = New("archive");
        journal.Write(folder.PathOf("a.md"), [.. "1"u8]);
        journal.Record(folder.PathOf("b.md"), [.. "0"u8], JournaledFile.HashOf("1"u8));

        Assert.Equal(["a.md"], Run()!.Files.Select(file => file.Source.Path));
        Assert.Equal("0 0", $"{Text("a.md")} {Text("b.md")}");
    }

    [Fact]
    public void An_edit_of_a_backlog_is_recorded_before_the_file_is_replaced()
    {
        Set("a.md", "- [ ] one\n");
        var file = new SourceFile(folder.PathOf("a.md"), "a.md", "a.md");
        BacklogEdit.Of(
            file,
            ReadingOptions.Default,
            document => document.With([new TextEdit(3, 1, "x")]),
            journal: New("done", "one")
        );
        Assert.Equal("- [x] one\n", Text("a.md"));

        var undo = Undo.Last(Folder, folder.Path)!;
        Assert.Equal("done one", undo.Entry.Name);
        Assert.Equal("--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-- [x] one\n+- [ ] one\n", undo.Files[0].Diff);

        Run();
        Assert.Equal("- [ ] one\n", Text("a.md"));
    }

    [Fact]
    public void A_dry_run_and_a_refused_edit_record_nothing()
    {
        Set("a.md", "- [ ] one\n");
        var file = new SourceFile(folder.PathOf("a.md"), "a.md", "a.md");
        BacklogEdit.Of(file, ReadingOptions.Default, Ticked, isDryRun: true, journal: New("done"));
        Assert.Throws<InputException>(() =>
            BacklogEdit.Of(
                file,
                ReadingOptions.Default,
                _ => throw new InputException("no", "Do not."),
                journal: New("done")
            )
        );

        Assert.Empty(Folder.Numbers());

        static EditableBacklog Ticked(EditableBacklog document) => document.With([new TextEdit(3, 1, "x")]);
    }

    [Fact]
    public void The_last_20_edits_are_kept()
    {
        Set("a.md", "0");
        for (var edit = 1; edit <= 25; edit++)
        {
            New("score").Write(folder.PathOf("a.md"), Encoding.UTF8.GetBytes($"{edit}"));
        }

        Assert.Equal(Enumerable.Range(6, 20).Reverse(), Folder.Numbers());
        var undone = 0;
        while (Run() is not null)
        {
            undone++;
        }

        Assert.Equal((20, "5"), (undone, Text("a.md")));
    }

    [Fact]
    public void Large_contents_push_out_older_edits()
    {
        // 12 MB are 16 MiB in Base64, and 64 MiB are kept besides the last edit.
        var large = new byte[12 * 1024 * 1024];
        for (byte edit = 0; edit < 7; edit++)
        {
            large[0] = edit;
            New("score").Write(folder.PathOf("a.md"), large);
        }

        Assert.InRange(Folder.Numbers().Count, 4, 5);
    }

    [Fact]
    public void A_content_that_was_too_large_is_not_restored()
    {
        File.WriteAllBytes(folder.PathOf("a.md"), new byte[JournaledFile.MaxBytes + 1]);
        New("fix").Record(folder.PathOf("a.md"), File.ReadAllBytes(folder.PathOf("a.md")), JournaledFile.HashOf("1"u8));
        Set("a.md", "1");

        Assert.Contains("too large", Assert.Throws<InputException>(() => Run()).Message, StringComparison.Ordinal);
        Assert.Equal("1", Text("a.md"));
    }

    [Theory]
    [InlineData("../outside.md")]
    [InlineData("/outside.md")]
    [InlineData("link/outside.md")]
    public void A_journal_from_elsewhere_leads_to_no_file_outside(string path)
    {
        using var other = new ScratchFolder().With("outside.md");
        var hash = JournaledFile.HashOf([]);
        Directory.CreateSymbolicLink(folder.PathOf("link"), other.Path);
        var target = path.StartsWith('/') ? other.PathOf("outside.md") : path;
        Folder.Append(new JournalEntry("fix", null, At, [new JournaledFile(target, [1], hash, hash)]));
        Folder.Append(new JournalEntry("fix", null, At, [new JournaledFile(target, [1], "", hash)]));

        var refused = Assert.Throws<InputException>(() => Run());

        Assert.Contains("leads out of the repository", refused.Message, StringComparison.Ordinal);
        Assert.Empty(File.ReadAllBytes(other.PathOf("outside.md")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":1,"command":"fix","subject":null,"at":"today","files":[]}""")]
    [InlineData("""{"version":1,"command":"fix","subject":null,"at":"2026-03-02T10:30:00Z","files":[{"path":1}]}""")]
    public void An_entry_that_cannot_be_read_is_an_error(string text)
    {
        Edit("a.md", "0", "1");
        File.WriteAllText(System.IO.Path.Join(Folder.Folder, "00000002.json"), text);

        var refused = Assert.Throws<InputException>(() => Run());

        Assert.StartsWith(
            ".git/kaizen/journal/00000002.json: the last edit cannot be read",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("1", Text("a.md"));
    }

    [Fact]
    public void Without_a_repository_or_through_a_link_nothing_is_recorded()
    {
        using var plain = new ScratchFolder();
        New("score").Write(plain.PathOf("a.md"), [1]);
        Assert.Equal(["a.md"], Directory.EnumerateFileSystemEntries(plain.Path).Select(System.IO.Path.GetFileName));
        Assert.Null(JournalFolder.Of(plain.Path));

        Directory.CreateSymbolicLink(folder.PathOf(".git/kaizen"), plain.Path);
        New("score").Write(folder.PathOf("b.md"), [1]);
        Assert.Single(Directory.EnumerateFileSystemEntries(plain.Path));
    }

    [Fact]
    public void A_journal_that_cannot_be_written_does_not_prevent_the_edit()
    {
        File.WriteAllText(folder.PathOf(".git/kaizen"), "a file");

        Edit("a.md", "0", "1");

        Assert.Equal("1", Text("a.md"));
        Assert.Null(Run());
    }

    [Fact]
    public void A_linked_working_tree_has_its_own_journal()
    {
        using var tree = new ScratchFolder();
        folder.WithFolder(".git/worktrees/tree");
        File.WriteAllText(tree.PathOf(".git"), $"gitdir: {folder.PathOf(".git/worktrees/tree")}\n");

        New("score").Write(tree.PathOf("a.md"), [1]);

        Assert.Empty(Folder.Numbers());
        Assert.NotNull(Undo.Run(JournalFolder.Of(tree.Path)!, tree.Path));
        Assert.False(File.Exists(tree.PathOf("a.md")));
    }

    [Fact]
    public void A_long_subject_is_cut_between_characters()
    {
        Edit("a.md", "0", "1", new string('a', 199) + "🎈" + new string('b', 9));

        Assert.Equal(new string('a', 199) + "…", Folder.Read(1).Subject);
    }

    private static Journal New(string command, string? subject = null) => new(command, At) { Subject = subject };

    private Undo? Run() => Undo.Run(Folder, folder.Path);

    private void Edit(string path, string before, string after, string? subject = null)
    {
        Set(path, before);
        New("done", subject).Write(folder.PathOf(path), Encoding.UTF8.GetBytes(after));
    }

    private string Text(string path) => File.ReadAllText(folder.PathOf(path));

    private void Set(string path, string text) => File.WriteAllText(folder.PathOf(path), text);
}
