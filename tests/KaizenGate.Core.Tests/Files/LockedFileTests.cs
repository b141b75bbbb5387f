using KaizenGate.Core.Files;
using KaizenGate.Core.Tests.Workspaces;

namespace KaizenGate.Core.Tests.Files;

/// <summary>Only one run has a locked file, and others wait for it.</summary>
public sealed class LockedFileTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    private string FilePath => scratch.PathOf("a.lock");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task The_next_one_waits_until_the_file_is_released()
    {
        var held = LockedFile.Open(FilePath);
        var next = Task.Run(
            () => LockedFile.Wait(FilePath, TimeSpan.FromMinutes(1)),
            TestContext.Current.CancellationToken
        );
        Assert.False(next.IsCompleted);

        await held.DisposeAsync();

        await (await next).DisposeAsync();
    }

    [Fact]
    public void After_its_patience_it_is_told_that_another_one_has_the_file()
    {
        using var held = LockedFile.Open(FilePath);

        var refusal = Assert.Throws<IOException>(() => LockedFile.Wait(FilePath, TimeSpan.Zero));

        Assert.True(LockedFile.IsHeld(refusal));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_refused_at_once()
    {
        var missing = scratch.PathOf("none/a.lock");

        var refusal = Assert.ThrowsAny<IOException>(() => LockedFile.Wait(missing, TimeSpan.FromDays(1)));

        Assert.False(LockedFile.IsHeld(refusal));
    }
}
