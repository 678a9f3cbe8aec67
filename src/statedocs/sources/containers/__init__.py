"""Archives of files, compressed files and saved pages with their parts."""

from statedocs.sources.containers.mhtml import read_mhtml as read_mhtml
from statedocs.sources.containers.packed import read_packed as read_packed
from statedocs.sources.containers.tars import read_tar as read_tar
from statedocs.sources.containers.zips import read_zip as read_zip
