import {configuration} from './common.js';
import {either} from './language.js';

export default configuration(either('销号', 'Start'));
