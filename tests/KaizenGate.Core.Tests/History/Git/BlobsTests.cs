using KaizenGate.Core.History.Git;
using KaizenGate.Core.Tests.Reading;

namespace KaizenGate.Core.Tests.History.Git;

public sealed class BlobsTests
{
    [Fact]
    public void Contents_come_in_the_order_of_the_requests()
    {
        using var sandbox = new GitSandbox();
        string[] texts = ["one", "", "a\0b\n", new string('x', 200_000), "blob 12\n"];
        sandbox.Commit("2026-01-05", [.. texts.Select((text, i) => ($"f{i}", (string?)text))]);
        var git = GitTest.Opened(sandbox);
        var files = git.FilesAt(git.Head!, [.. texts.Select((_, i) => $"f{i}")]);
        List<string> ids = [.. texts.Select((_, i) => files[$"f{i}"]), files["f0"]];

        Assert.Equal([.. texts, "one"], GitTest.Contents(git, ids));
    }

    [Fact]
    public void A_content_that_is_too_large_is_skipped_and_its_size_returned()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("large", new string('x', 300_001)), ("small", "abc"));
        var git = GitTest.Opened(sandbox);
        var files = git.FilesAt(git.Head!, ["large", "small"]);
        using var blobs = git.OpenBlobs();
        blobs.Request(files["large"]);
        blobs.Request(files["small"]);
        blobs.Complete();
        var content = new byte[3];

        Assert.Equal((300_001, false), blobs.Read(ref content, 300_000));
        Assert.Equal((3, true), blobs.Read(ref content, 300_000));
        Assert.Equal("abc"u8, content);
    }

    [Fact]
    public void A_missing_content_is_named()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        var git = GitTest.Opened(sandbox);
        var id = git.FilesAt(git.Head!, ["a"])["a"];
        File.Delete(sandbox.PathOf($".git/objects/{id[..2]}/{id[2..]}"));

        var error = Assert.Throws<GitException>(() => GitTest.Contents(git, [id]));

        Assert.StartsWith($"the repository is damaged: object {id} is missing; `git fsck`", error.Reason);
    }

    [Fact]
    public void A_corrupt_content_is_an_error()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        var git = GitTest.Opened(sandbox);
        var id = git.FilesAt(git.Head!, ["a"])["a"];
        File.Delete(sandbox.PathOf($".git/objects/{id[..2]}/{id[2..]}"));
        sandbox.Write($".git/objects/{id[..2]}/{id[2..]}", "garbage");

        Assert.NotEmpty(Assert.Throws<GitException>(() => GitTest.Contents(git, [id])).Reason);
    }

    [Fact]
    public void A_partial_clone_fetches_nothing_and_says_what_is_missing()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", "1"));
        sandbox.Commit("2026-01-06", ("a", "2"));
        var git = GitTest.Opened(sandbox, sandbox.Clone("--filter=blob:none"));
        var changes = git.Changes(git.Head!, null, ["a"]).ToList();

        var error = Assert.Throws<GitException>(() => GitTest.Contents(git, [changes[1].Files[0].NewBlob!]));

        Assert.StartsWith("partial clone: part of the history is missing (", error.Reason);
        Assert.Contains(changes[1].Files[0].NewBlob!, error.Reason);
        Assert.EndsWith("clone without `--filter`", error.Reason);
        Assert.Equal(["2"], GitTest.Contents(git, [changes[0].Files[0].NewBlob!]));
    }

    [Fact]
    public async Task Thousands_of_large_contents_do_not_block()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", new string('x', 110_000)), ("b", new string('y', 110_000)));
        var git = GitTest.Opened(sandbox);
        var files = git.FilesAt(git.Head!, ["a", "b"]);
        var ids = Enumerable.Range(0, 5000).Select(i => files[i % 2 == 0 ? "a" : "b"]).ToList();

        var total = await HangGuard.Run(() =>
        {
            using var blobs = git.OpenBlobs();
            var requester = Task.Run(() =>
            {
                ids.ForEach(blobs.Request);
                blobs.Complete();
            });
            var content = Array.Empty<byte>();
            var sum = 0L;
            for (var i = 0; i < ids.Count; i++)
            {
                sum += blobs.Read(ref content, 1 << 20).Size;
                Assert.Equal((byte)(i % 2 == 0 ? 'x' : 'y'), content[109_999]);
            }

            requester.Wait();
            return sum;
        });

        Assert.Equal(5000L * 110_000, total);
    }

    [Fact]
    public async Task Disposing_early_does_not_wait_for_the_rest()
    {
        using var sandbox = new GitSandbox();
        sandbox.Commit("2026-01-05", ("a", new string('x', 110_000)));
        var git = GitTest.Opened(sandbox);
        var id = git.FilesAt(git.Head!, ["a"])["a"];

        var requested = await HangGuard.Run(() =>
        {
            var blobs = git.OpenBlobs();
            var requester = Task.Run(() =>
            {
                for (var i = 0; i < 50_000; i++)
                {
                    blobs.Request(id);
                }

                blobs.Complete();
                return true;
            });
            var content = Array.Empty<byte>();
            blobs.Read(ref content, 1 << 20);
            blobs.Dispose();
            return requester.Result;
        });

        Assert.True(requested);
    }
}
